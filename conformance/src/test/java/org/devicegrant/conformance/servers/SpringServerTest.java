package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.devicegrant.conformance.servers.spring.SpringOptions;
import org.devicegrant.conformance.servers.spring.SpringOptions.Consent;
import org.devicegrant.conformance.servers.spring.SpringOptions.Store;
import org.devicegrant.conformance.servers.spring.SpringServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpringServerTest {

    private final PlainUser alice = new PlainUser();

    @ParameterizedTest
    @EnumSource(Store.class)
    void deviceGetsItsTokenOnceAliceHasConsented(Store store) throws Exception {
        try (SpringServer server = SpringServer.start(options(store))) {
            PlainDevice device = new PlainDevice(server);
            JsonNode codes = device.start();
            assertThat(codes.path("expires_in").asInt()).isEqualTo(20);
            assertThat(error(device.poll(codes))).isEqualTo("authorization_pending");

            HttpResponse<String> consent = enterCode(server, codes);
            assertThat(consent.body()).contains("Consent required");
            String address = server.issuer() + "/oauth2/device_verification";
            assertThat(alice.submit(consent, address, Map.of("scope", "profile"))
                            .body())
                    .contains("Device connected");

            assertThat(device.poll(codes).path("access_token").asText()).isNotEmpty();
        }
    }

    @Test
    void refusedConsentReachesTheDevice() throws Exception {
        try (SpringServer server = SpringServer.start(options(Store.MEMORY))) {
            PlainDevice device = new PlainDevice(server);
            JsonNode codes = device.start();
            HttpResponse<String> consent = enterCode(server, codes);
            HttpResponse<String> refused =
                    alice.submit(consent, server.issuer() + "/oauth2/device_verification", Map.of());
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(error(device.poll(codes))).isEqualTo("access_denied");
        }
    }

    @Test
    void consentIsRememberedWhereTheOptionSaysSo() throws Exception {
        try (SpringServer server = SpringServer.start(options(Store.JDBC).with(Consent.REMEMBERED))) {
            PlainDevice device = new PlainDevice(server);
            HttpResponse<String> consent = enterCode(server, device.start());
            alice.submit(consent, server.issuer() + "/oauth2/device_verification", Map.of("scope", "profile"));

            JsonNode second = device.start();
            assertThat(alice.open(second.path("verification_uri_complete").asText())
                            .body())
                    .contains("Device connected");
            assertThat(device.poll(second).path("access_token").asText()).isNotEmpty();
        }
    }

    @Test
    void codeAloneApprovesWhereConsentIsNotAsked() throws Exception {
        try (SpringServer server = SpringServer.start(options(Store.MEMORY).with(Consent.NOT_ASKED))) {
            PlainDevice device = new PlainDevice(server);
            JsonNode codes = device.start();
            assertThat(enterCode(server, codes).body()).contains("Device connected");
            assertThat(device.poll(codes).path("access_token").asText()).isNotEmpty();
        }
    }

    @Test
    void everyClientIsRegistered() throws Exception {
        try (SpringServer server = SpringServer.start(options(Store.MEMORY))) {
            Registered.everyClientOf(server);
        }
    }

    @Test
    void targetFileNamesWhatTheServerRegisters(@TempDir Path directory) throws Exception {
        try (SpringServer server = SpringServer.start(options(Store.MEMORY))) {
            Path file = server.targetFile(directory);
            JsonNode target = new YAMLMapper().readTree(file.toFile());
            assertThat(target.path("issuer").asText()).isEqualTo(server.issuer());
            JsonNode signing = target.path("clients").path("private_key_jwt");
            Path key = directory.resolve(signing.path("jwk_file").asText());
            assertThat(new ObjectMapper().readTree(key.toFile()).path("d").asText())
                    .isNotEmpty();
        }
    }

    private static SpringOptions options(Store store) {
        SpringOptions options = store == Store.MEMORY ? SpringOptions.inMemory() : SpringOptions.jdbc();
        return options.codesLiveFor(Duration.ofSeconds(20));
    }

    /** Signs in and enters the code, and gives the page that comes after. */
    private HttpResponse<String> enterCode(SpringServer server, JsonNode codes) throws Exception {
        HttpResponse<String> login = alice.open(codes.path("verification_uri").asText());
        HttpResponse<String> entry = alice.submit(
                login,
                server.issuer() + "/login",
                Map.of("username", Registration.ALICE, "password", Registration.PASSWORD));
        return alice.submit(
                entry,
                server.issuer() + "/oauth2/device_verification",
                Map.of("user_code", codes.path("user_code").asText()));
    }

    private static String error(JsonNode answer) {
        return answer.path("error").asText();
    }
}
