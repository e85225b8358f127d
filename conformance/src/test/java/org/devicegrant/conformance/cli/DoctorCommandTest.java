package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandTest {
    @TempDir
    Path directory;

    @Test
    void findsNothingWrongWithAFileThatFits() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            String file = server.targetFile(directory).toString();

            Invocation invocation = Invocation.of(
                            "doctor",
                            "-c",
                            file,
                            "--set",
                            "approval.by=none",
                            "--set",
                            "narrow_scope=profile",
                            "--set",
                            "scope=profile email")
                    .succeeds();

            assertThat(invocation.out())
                    .contains("ok     issuer: oauth metadata at " + server.issuer())
                    .contains("ok     clients.public: gets codes (expires_in ")
                    .contains("ok     clients.private_key_jwt: gets codes")
                    .contains("ok     clients.without_grant: is refused with 400 unauthorized_client")
                    .contains("ok     narrow_scope: accepted")
                    .contains("note   approval.by: nobody decides")
                    .contains("  clients.kiosk  (1)\n      kiosk-long-lived-code\n")
                    .endsWith("The target file fits the server. Next: device-grant check\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clients.public.client_id=nobody        | wrong  clients.public.client_id: the device authorization request is answered 401 invalid_client",
                "clients.confidential.client_secret=no  | wrong  clients.confidential.client_secret: ",
                "clients.other.client_id=tv-web         | wrong  clients.other.client_id: ",
                "clients.public.scope=nonsense          | wrong  clients.public.scope: the device authorization request is answered 400 invalid_scope",
                "endpoints.device_authorization=ISSUER/nowhere | wrong  clients.public: the device authorization request is answered 404",
                "http.headers.Authorization=Basic eDp5  | wrong  clients.public"
            })
    void namesTheKeyThatIsWrong(String override, String expected) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation invocation = Invocation.of(
                    "doctor",
                    "-c",
                    server.targetFile(directory).toString(),
                    "--set",
                    "approval.by=none",
                    "--set",
                    override.replace("ISSUER", server.issuer()));

            assertThat(invocation.code()).as(invocation.out()).isEqualTo(2);
            assertThat(invocation.out()).contains(expected).endsWith("see the lines marked wrong.\n");
        }
    }

    @Test
    void remarksOnAClientThatGetsCodesAlthoughItShouldNot() throws Exception {
        Behaviour behaviour = new Behaviour();
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            String file = server.targetFile(directory).toString();

            String out = Invocation.of(
                            "doctor",
                            "-c",
                            file,
                            "--set",
                            "approval.by=none",
                            "--set",
                            "clients.other=null",
                            "--set",
                            "clients.without_grant.client_id=tv-other")
                    .succeeds()
                    .out();

            assertThat(out).contains("note   clients.without_grant: gets codes");
        }
    }

    @Test
    void triesTheUsersInABrowser() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            String file = server.targetFile(directory).toString();

            Invocation fits = doctor(file, "approval.browser=htmlunit").succeeds();
            Invocation wrong = doctor(file, "approval.browser=htmlunit", "users[1].password=canary-7");

            assertThat(fits.out())
                    .contains("ok     approval.browser: HtmlUnit", "ok     users[0]: ", "ok     users[1]: ")
                    .contains("ok     approval: leads to a token", "ok     endpoints.userinfo: accepts the token")
                    .contains("note   timing: a run of all checks takes 11 m at least");
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.out())
                    .contains("wrong  users[1]: the server does not accept this username and password")
                    .doesNotContain("canary-7");
        }
    }

    @Test
    void proposesStepsForAPageThatItDoesNotUnderstand() throws Exception {
        Behaviour behaviour = new Behaviour();
        List.of("decision.title", "decision.lead", "decision.compare", "decision.scopes", "decision.warning")
                .forEach(key -> behaviour.pages().look().text(key, "Zorp {0}"));
        behaviour.pages().look().text("decision.approve", "Blick").text("decision.deny", "Murks");
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            String file = server.targetFile(directory).toString();

            Invocation invocation = doctor(file, "approval.browser=htmlunit");

            assertThat(invocation.code()).as(invocation.out()).isEqualTo(2);
            assertThat(invocation.out())
                    .contains("wrong  approval.steps: the decision page was not reached: ")
                    .containsPattern("(?m)^ {7}steps:$")
                    .containsPattern("(?m)^ {9}- when: \\{url: ")
                    .contains("Blick", "Murks")
                    .doesNotContainPattern("\\b[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}\\b");
        }
    }

    private static Invocation doctor(String file, String... overrides) {
        List<String> arguments = new ArrayList<>(List.of("doctor", "-c", file));
        for (String override : overrides) {
            arguments.addAll(List.of("--set", override));
        }
        return Invocation.of(arguments.toArray(String[]::new));
    }

    @Test
    void saysThatTheServerIsNotThere() {
        Invocation.of("doctor", "--issuer", "http://127.0.0.1:1", "--client-id", "x")
                .complains(3, "issuer: ", "refused the connection");
    }

    @Test
    void needsSomebodyForManualApproval() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation invocation = Invocation.of(
                    "doctor", "-c", server.targetFile(directory).toString(), "--set", "approval.by=manual");

            assertThat(invocation.code()).isEqualTo(2);
            assertThat(invocation.out()).contains("wrong  approval: approval.by is manual, and there is nobody to ask");
        }
    }
}
