package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.Clients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAuthenticationTest {
    private static final String DEVICE = "/device_authorization";
    private static final String TOKEN = "/token";
    private static final String SECRET = secret();
    private static Running running;

    @BeforeAll
    static void start() {
        running = Running.conforming();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static String secret() {
        String secret = new Clients().named(Clients.CONFIDENTIAL).secret();
        assertThat(secret).contains(":", "%", "+", "&", "=", "/", " ");
        return secret;
    }

    /** At the device endpoint 200 is success; at the token endpoint it is authorization_pending for a fresh code. */
    private static String outcome(String path, String parameters, String... headers) {
        String body = parameters;
        if (path.equals(TOKEN)) {
            String code = running.wire()
                    .post(DEVICE, "scope=profile", "Authorization", Wire.basic(Clients.CONFIDENTIAL, SECRET))
                    .text("device_code");
            String poll = Wire.form("grant_type", Wire.GRANT, "device_code", code);
            body = parameters.isEmpty() ? poll : poll + "&" + parameters;
        }
        Wire.Reply reply = running.wire().post(path, body, headers);
        boolean ok = reply.status() == 200 || reply.error().equals("authorization_pending");
        boolean challenged =
                reply.raw().headers().firstValue("WWW-Authenticate").isPresent();
        return ok ? "ok" : reply.status() + " " + reply.error() + (challenged ? " challenged" : "");
    }

    private static String form(String... pairs) {
        return Wire.form(pairs);
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVICE, TOKEN})
    void rightCredentialsAreTaken(String path) {
        String basic = Wire.basic(Clients.CONFIDENTIAL, SECRET);
        assertThat(outcome(path, "", "Authorization", basic)).isEqualTo("ok");
        assertThat(outcome(path, "", "Authorization", basic.replaceFirst("Basic", "bAsIc")))
                .isEqualTo("ok");
        assertThat(outcome(path, form("client_id", Clients.CONFIDENTIAL), "Authorization", basic))
                .isEqualTo("ok");
        assertThat(outcome(path, "client_id=", "Authorization", basic)).isEqualTo("ok");
        assertThat(outcome(path, form("client_id", Clients.CONFIDENTIAL, "client_secret", SECRET)))
                .isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVICE, TOKEN})
    void wrongCredentialsAreRefused(String path) {
        String invalid = "401 invalid_client challenged";
        assertThat(outcome(path, form("client_id", Clients.CONFIDENTIAL))).isEqualTo(invalid);
        assertThat(outcome(path, "client_id=" + Clients.CONFIDENTIAL + "&client_secret="))
                .isEqualTo(invalid);
        assertThat(outcome(path, form("client_id", Clients.CONFIDENTIAL, "client_secret", "wrong")))
                .isEqualTo(invalid);
        assertThat(outcome(path, "", "Authorization", Wire.basic(Clients.CONFIDENTIAL, "wrong")))
                .isEqualTo(invalid);
        assertThat(outcome(path, "", "Authorization", Wire.basic("nobody", SECRET)))
                .isEqualTo(invalid);
        assertThat(outcome(path, "", "Authorization", "Basic not*base64")).isEqualTo(invalid);
        assertThat(outcome(path, "", "Authorization", "Bearer abc")).isEqualTo(invalid);
        assertThat(outcome(path, form("client_id", "nobody"))).isEqualTo(invalid);
        assertThat(outcome(path, "")).isEqualTo("400 invalid_request");
        assertThat(outcome(path, "client_id=")).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVICE, TOKEN})
    void contradictingCredentialsAreRefused(String path) {
        String basic = Wire.basic(Clients.CONFIDENTIAL, SECRET);
        assertThat(outcome(path, form("client_secret", SECRET), "Authorization", basic))
                .isEqualTo("400 invalid_request");
        assertThat(outcome(path, form("client_assertion", "x.y.z"), "Authorization", basic))
                .isEqualTo("400 invalid_request");
        assertThat(outcome(path, form("client_id", Clients.PUBLIC), "Authorization", basic))
                .isEqualTo("400 invalid_request");
    }

    @Test
    void secretsInTheQueryAreNotSeen() {
        String query = "?client_id=" + Clients.CONFIDENTIAL + "&client_secret=" + Wire.encode(SECRET);
        assertThat(running.wire()
                        .post(DEVICE + query, "client_id=" + Clients.CONFIDENTIAL)
                        .error())
                .isEqualTo("invalid_client");
    }

    @Test
    void basicIsFormDecoded() {
        byte[] raw = (Clients.CONFIDENTIAL + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
        String header = "Basic " + Base64.getEncoder().encodeToString(raw);
        assertThat(outcome(DEVICE, "", "Authorization", header)).isEqualTo("401 invalid_client challenged");
        String twenty = (Clients.CONFIDENTIAL + ":" + Wire.encode(SECRET).replace("+", "%20"));
        String encoded = "Basic " + Base64.getEncoder().encodeToString(twenty.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome(DEVICE, "", "Authorization", encoded)).isEqualTo("ok");
    }

    @Test
    void publicClientsNeedNoSecretAndHaveNone() {
        assertThat(outcome(DEVICE, form("client_id", Clients.PUBLIC))).isEqualTo("ok");
        assertThat(outcome(DEVICE, "client_id=tv-public&client_secret=")).isEqualTo("ok");
        assertThat(outcome(DEVICE, "", "Authorization", Wire.basic(Clients.PUBLIC, "")))
                .isEqualTo("ok");
        assertThat(outcome(DEVICE, form("client_id", Clients.PUBLIC, "client_secret", "x")))
                .isEqualTo("401 invalid_client challenged");
    }

    @Test
    void clientWithoutTheGrantIsRefused() {
        String id = Clients.WITHOUT_GRANT;
        assertThat(outcome(DEVICE, form("client_id", id))).isEqualTo("400 unauthorized_client");
        assertThat(running.wire().poll(id, "whatever").error()).isEqualTo("unauthorized_client");
    }

    @Test
    void manyWrongSecretsAreAnsweredSlowlyButTheRightOneIsNot() {
        try (Running strict = Running.with(b -> b.authentication().slowness(Duration.ofMillis(300)))) {
            String wrong = form("client_id", Clients.POSTING, "client_secret", "wrong");
            for (int i = 0; i < 10; i++) {
                strict.wire().post(DEVICE, wrong);
            }
            assertThat(millis(() -> strict.wire().post(DEVICE, wrong))).isGreaterThanOrEqualTo(300);
            String right = form("client_id", Clients.POSTING, "client_secret", SECRET);
            assertThat(strict.wire().post(DEVICE, right).status()).isEqualTo(200);
        }
    }

    @Test
    void everyClientOfTheTargetFileExists() {
        assertThat(List.of(
                        Clients.PUBLIC,
                        Clients.OTHER,
                        Clients.CONFIDENTIAL,
                        Clients.POSTING,
                        Clients.WITHOUT_GRANT,
                        Clients.KEYED))
                .allSatisfy(
                        id -> assertThat(new Clients().find(id)).map(Client::id).contains(id));
    }

    private static long millis(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
