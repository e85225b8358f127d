package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.Clients;
import org.devicegrant.conformance.embedded.client.Keys;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.feature.Dpop;
import org.devicegrant.conformance.embedded.feature.Pkce;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing secret is in anything that a run leaves or prints, however much the server gives away. */
@Timeout(300)
class CanaryTest {
    private static final String CLIENT_SECRET = "canary client:100% +a&b=c/<d>\"é-7Qx";
    private static final String PASSWORD = "canary-rabbit-7Qx";
    private static final String OTHER_PASSWORD = "canary bob & \"co\" 7Qx";
    private static final String HEADER = "canary-gateway-7Qx";
    private static final String UNUSED = "canary-that-is-only-in-the-environment-7Qx";

    /** Every kind of credential, code and token, with failures among them; nothing that waits for a code to expire. */
    private static final String CHECKS = String.join(
            ",",
            "8628-3.2-status-200",
            "6749-5.1-no-store-token-response",
            "8628-3.4-unknown-device-code",
            "6749-5.2-foreign-device-code",
            "6749-2.3.1-basic-percent-encoding",
            "6749-2.3.1-secret-not-from-query",
            "6749-5.2-wrong-secret-*",
            "7523-2.2-private-key-jwt-accepted",
            "7523-3-audience",
            "6749-5.1-access-token-usable",
            "6749-6-refresh-token-usable",
            "9700-4.14.2-public-refresh-rotation",
            "8628-6.1-case-insensitive-entry",
            "8628-3.3.1-complete-uri-*",
            "8628-3.3-device-code-not-exposed",
            "6749-10.12-csrf-on-approval",
            "derived-device-code-single-use",
            "7591-register-device-client",
            "pkce-on-device-grant",
            "9449-dpop-bound-token",
            "oidc-id-token");

    @TempDir
    private Path directory;

    private final Canaries canaries = new Canaries();

    @Test
    void noSecretOfARunIsInWhatItLeavesOrPrints() throws Exception {
        plant();
        Path left = Files.createDirectories(directory.resolve("left"));
        try (EmbeddedServer server = EmbeddedServer.start(talkative())) {
            int code = run(target(server), left);
            assertThat(code).as(Files.readString(left.resolve("stderr"))).isEqualTo(1);
        }
        Leaks leaks = new Leaks().under(left);

        assertThat(Set.copyOf(canaries.known().values()))
                .contains("access_token", "refresh_token", "id_token", "client_assertion", "code_verifier", "DPoP")
                .contains("device_code", "user_code", "Set-Cookie", "Authorization", "csrf");
        assertThat(leaks.places())
                .contains("report/index.html", "report/junit.xml", "report/results.sarif", "report/exchanges.jsonl")
                .contains("run.zip!results.json", "stdout", "stderr");
        assertThat(Files.readString(left.resolve("report/index.html")))
                .contains("Show it again with curl", "‹device_code");
        assertThat(leaks.of(canaries.known())).isEmpty();
        WrittenFiles.assertOwnersAlone(left.resolve("report"));
        WrittenFiles.assertOwnersAlone(left.resolve("run.zip"));
    }

    private void plant() throws IOException {
        canaries.plant("client secret", CLIENT_SECRET)
                .plant("password", PASSWORD)
                .plant("other password", OTHER_PASSWORD)
                .plant("header", HEADER)
                .plant("environment", UNUSED);
        RSAKey key = Keys.client();
        Map.of(
                        "d", key.getPrivateExponent(),
                        "p", key.getFirstPrimeFactor(),
                        "q", key.getSecondPrimeFactor(),
                        "dp", key.getFirstFactorCRTExponent(),
                        "dq", key.getSecondFactorCRTExponent(),
                        "qi", key.getFirstCRTCoefficient())
                .forEach((member, value) -> canaries.plant("JWK member " + member, value.toString()));
    }

    /** A server that fails a few checks and repeats what it was told wherever it can. */
    private Behaviour talkative() {
        Behaviour behaviour = new Behaviour();
        behaviour.polling().interval(Duration.ofSeconds(1));
        behaviour.registration().open(true);
        behaviour.features().add(new Pkce());
        behaviour.features().add(new Dpop());
        for (String id : List.of(Clients.CONFIDENTIAL, Clients.DISPOSABLE)) {
            Client client = behaviour.clients().named(id);
            behaviour
                    .clients()
                    .add(Client.confidential(id, client.name(), client.method(), CLIENT_SECRET, client.scopes()));
        }
        behaviour.users().add(new User(Users.ALICE, PASSWORD, "Alice Liddell", false));
        behaviour.users().add(new User(Users.BOB, OTHER_PASSWORD, "Bob Cratchit", false));
        behaviour.onDevice((request, answer) -> repeating(request, answer.isSuccess() ? answer.status(201) : answer));
        behaviour.onToken((request, answer) -> repeating(request, answer.withoutHeader("Cache-Control")));
        canaries.listenTo(behaviour);
        return behaviour;
    }

    private static Answer repeating(Request request, Answer answer) {
        String said = "You sent " + request.text() + " with "
                + request.header("Authorization").orElse("nothing") + " and "
                + request.header("X-Gateway-Key").orElse("nothing") + ", the secret is " + CLIENT_SECRET;
        return answer.isSuccess()
                ? answer.set("message", said + "; you get " + answer.text())
                : answer.set("error_description", said).addHeader("X-Debug", request.text());
    }

    private Path target(EmbeddedServer server) throws IOException {
        Path file = server.targetFile(directory.resolve("target"));
        Path passwordFile = Files.writeString(directory.resolve("target/bob.txt"), OTHER_PASSWORD);
        String yaml = server.targetYaml()
                .replace("'" + CLIENT_SECRET + "'", "\"${CANARY_SECRET}\"")
                .replace("'" + PASSWORD + "'", "\"${CANARY_PASSWORD}\"")
                .replace("'" + OTHER_PASSWORD + "'", "'file:" + passwordFile + "'")
                .replace("by: browser", "by: browser\n  browser: htmlunit");
        return Files.writeString(file, yaml + "http: {headers: {X-Gateway-Key: \"${CANARY_HEADER}\"}}\n");
    }

    /** In a process of its own, so that nothing it prints by whatever way escapes. */
    private static int run(Path target, Path left) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + Files.createDirectories(left.resolve("temporary")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        "--verbose",
                        "-c",
                        target.toString(),
                        "--include",
                        CHECKS,
                        "--write-baseline",
                        left.resolve("baseline.yaml").toString(),
                        "--pack",
                        left.resolve("run.zip").toString(),
                        "--out",
                        left.resolve("report").toString()))
                .directory(left.toFile())
                .redirectOutput(left.resolve("stdout").toFile())
                .redirectError(left.resolve("stderr").toFile());
        builder.environment()
                .putAll(Map.of(
                        "CANARY_SECRET", CLIENT_SECRET,
                        "CANARY_PASSWORD", PASSWORD,
                        "CANARY_HEADER", HEADER,
                        "CANARY_UNUSED", UNUSED));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
