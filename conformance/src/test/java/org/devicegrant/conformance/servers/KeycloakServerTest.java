package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import org.devicegrant.conformance.servers.KeycloakServer.Realm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-servers")
class KeycloakServerTest {

    @Test
    void realmsDifferInLifetimeAndInterval() throws Exception {
        KnownServer gone;
        try (KeycloakServer server = KeycloakServer.start()) {
            gone = server.realm(Realm.SHORT);
            Registered.everyClientOf(gone);
            assertThat(gone.version()).matches("[0-9]+[.].*");
            assertCodes(server.realm(Realm.DEVICE), 600, 5);
            assertCodes(server.realm(Realm.SHORT), 120, 2);
            assertCodes(server.realm(Realm.FAST), 60, 1);
            assertCodes(server.realm(Realm.ZERO), 60, 0);
        }
        assertThatThrownBy(() -> new PlainDevice(gone)).isInstanceOf(ConnectException.class);
    }

    private static void assertCodes(KnownServer server, int lifetime, int interval) throws Exception {
        JsonNode codes = new PlainDevice(server).start();
        assertThat(codes.path("expires_in").asInt()).as(server.name()).isEqualTo(lifetime);
        assertThat(codes.path("interval").asInt(-1)).as(server.name()).isEqualTo(interval);
    }
}
