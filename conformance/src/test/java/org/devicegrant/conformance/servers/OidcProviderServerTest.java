package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.time.Duration;
import org.devicegrant.conformance.servers.OidcProviderServer.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("real-servers")
class OidcProviderServerTest {

    @BeforeAll
    static void skipWithoutNode() {
        OidcProviderServer.obstacle().ifPresent(reason -> abort(reason));
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void deviceIsToldToWait(Store store) throws Exception {
        KnownServer gone;
        try (OidcProviderServer server = OidcProviderServer.start(store, Duration.ofSeconds(20))) {
            gone = server;
            Registered.everyClientOf(server);
            PlainDevice device = new PlainDevice(server);
            JsonNode codes = device.start();
            assertThat(codes.path("expires_in").asInt()).isEqualTo(20);
            assertThat(device.poll(codes).path("error").asText()).isEqualTo("authorization_pending");
        }
        assertThatThrownBy(() -> new PlainDevice(gone)).isInstanceOf(ConnectException.class);
    }
}
