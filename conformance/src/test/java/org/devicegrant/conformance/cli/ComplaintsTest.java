package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes a secret at the wrong place is told so without repeating it, even with {@code --verbose}. */
class ComplaintsTest {
    private static final String CANARY = "canary-7Qx";
    private static final Map<String, String> ENVIRONMENT = Map.of("CANARY", CANARY);

    @TempDir
    Path directory;

    @BeforeEach
    void aKeyThatIsNone() throws Exception {
        Files.writeString(directory.resolve("broken.jwk"), "{\"kty\":\"RSA\",\"d\":\"" + CANARY + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users: [{username: alice, passwort: canary-7Qx}]",
                "users: [{username: alice, password: [canary-7Qx]}]",
                "users: [{username: alice, password: {of: '${CANARY}'}}]",
                "users: [{username: alice, password: 'canary-7Qx}]",
                "users: [{username: alice, password: canary-7Qx, password: canary-7Qx}]",
                "users: {username: alice, password: canary-7Qx}",
                "users: [canary-7Qx]",
                "http: {proxy: 'http://user:canary-7Qx@127.0.0.1:1'}",
                "http: {proxy: 'http://user:${CANARY}@127.0.0.1:1'}",
                "http: {headers: [canary-7Qx]}",
                "http: {headers: {X-Key: [canary-7Qx]}}",
                "http: {headers: canary-7Qx}",
                "approval: {browser: remote, remote_url: 'user:canary-7Qx@hub'}",
                "approval: {browser: remote, remote_url: 'ftp://user:${CANARY}@hub'}",
                "registration: {initial_access_token: [canary-7Qx]}",
                "registration: canary-7Qx",
                "endpoints: {token: 'https://user:canary-7Qx@as.example/token'}",
                "clients: {confidential: {client_id: tv, client_secret: [canary-7Qx]}}",
                "clients: {confidential: {client_id: tv, client_secrt: canary-7Qx}}",
                "clients: {confidential: {client_id: tv, client_secret: canary-7Qx, auth_method: canary}}",
                "clients: {confidential: {client_id: tv, client_secret: canary-7Qx, jwk_file: broken.jwk}}",
                "clients: {private_key_jwt: {client_id: tv, jwk_file: broken.jwk, alg: RS256}}",
                "clients: {public: {client_id: tv, client_secret: '${CANARY}', auth_method: none}}",
                "clients: {confidential: {client_id: tv, client_secret: '${NOWHERE}${CANARY}'}}",
                "clients: {confidential: {client_id: tv, client_secret: '${CANARY'}}",
            })
    void aWrongTargetFileIsToldWithoutItsSecrets(String line) throws Exception {
        String rest = line.startsWith("clients") ? "" : "clients: {public: {client_id: tv}}\n";
        Path file = Files.writeString(
                directory.resolve("target.yaml"), "issuer: https://as.example\n" + rest + line + "\n");

        for (String command : List.of("check", "doctor")) {
            Invocation wrong = Invocation.of(ENVIRONMENT, command, "--verbose", "-c", file.toString());

            assertThat(wrong.code()).as(wrong.err()).isEqualTo(2);
            assertThat(wrong.out() + wrong.err()).contains("device-grant: ").doesNotContain(CANARY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clients.confidentail.client_secret=canary-7Qx",
                "clients.public.client_secret.of=canary-7Qx",
                "users[7].password=canary-7Qx",
                "http.proxy=http://user:canary-7Qx@127.0.0.1:1",
            })
    void aWrongOverrideIsToldWithoutItsSecret(String override) {
        Invocation wrong = Invocation.of(
                "check", "--verbose", "--issuer", "https://as.example", "--client-id", "tv", "--set", override);

        assertThat(wrong.code()).as(wrong.err()).isEqualTo(2);
        assertThat(wrong.out() + wrong.err()).doesNotContain(CANARY);
    }

    @Test
    void aKeyForThePackThatIsNoneIsNotShown() {
        String key = directory.resolve("broken.jwk").toString();

        Invocation wrong = Invocation.of("check", "--verbose", "-c", "x", "--pack", "y.zip", "--pack-key", key);

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("does not hold a JWK").doesNotContain(CANARY);
    }
}
