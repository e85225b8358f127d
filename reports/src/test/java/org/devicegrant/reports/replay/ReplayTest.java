package org.devicegrant.reports.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.devicegrant.reports.HostileRun;
import org.devicegrant.reports.SampleRun;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ReplayTest {

    static final List<String> ATTACKS = HostileRun.ATTACKS;

    private static final CheckResult FAILURE = SampleRun.failing("8628-3.2-not-late");
    private static final String CODES = "{\"device_code\": \"‹device_code 1a›\", \"user_code\": \"‹user_code 2b›\"}";

    @TempDir
    private Path temporary;

    private String url = "https://as.example";

    @Test
    void sendsTheSameRequestsWithFreshCodesAndTheSameWaits() {
        String script = script(
                exchange(1, 0, 10, "/device_authorization", "client_id=tv", CODES),
                exchange(2, 5_010, 5_020, "/token", "device_code=%E2%80%B9device_code+1a%E2%80%BA&client_id=tv", "{}"));
        assertThat(script)
                .startsWith("#!/bin/sh\n# Shows again: 8628-3.2-not-late (MUST), RFC 8628 section 3.5")
                .contains("send 1 --request 'POST'")
                .contains("--data-raw 'client_id=tv' 'https://as.example/device_authorization'\n")
                .contains("device_code=$(member 1 device_code)\nsleep 5.000\n")
                .contains("--data-urlencode 'device_code='\"$device_code\" --data-raw 'client_id=tv'")
                .endsWith("# Accepted: 400 expired_token; or 400 invalid_grant\n"
                        + "# The run received: 400 authorization_pending\n")
                .doesNotContain("‹");
    }

    @Test
    void fetchesTheRequestThatIssuedTheCodeEvenFromAnotherCheck() {
        ExchangeRecord issued = exchange(1, 0, 10, "/device_authorization", "client_id=tv", CODES, "other-check");
        ExchangeRecord poll = exchange(9, 50, 60, "/token", "device_code=‹device_code 1a›", "{}");
        assertThat(script(issued, poll)).contains("send 1 ", "send 9 ");
    }

    @Test
    void takesSecretsFromTheEnvironmentByName() {
        String script = script(exchange(
                1,
                0,
                10,
                "/token",
                "client_id=tv&client_secret=‹client_secret 9f›&device_code=‹device_code 77›",
                "{}"));
        assertThat(script)
                .contains(": \"${CLIENT_SECRET:?set CLIENT_SECRET in the environment}\"\n")
                .contains(": \"${DEVICE_CODE:?set DEVICE_CODE in the environment}\"\n")
                .contains("--data-urlencode 'client_secret='\"$CLIENT_SECRET\"");
    }

    @Test
    void leavesTheDecisionToAPerson() {
        String poll = "device_code=‹device_code 1a›";
        assertThat(script(
                        exchange(1, 0, 10, "/device_authorization", "client_id=tv", CODES),
                        exchange(2, 20, 30, "/token", poll, "{\"error\":\"authorization_pending\"}"),
                        exchange(3, 40, 50, "/token", poll, "{\"access_token\":\"‹access_token 5›\"}"),
                        exchange(4, 60, 70, "/token", poll, "{\"error\":\"invalid_grant\"}")))
                .containsOnlyOnce("decide approve 1\n");
    }

    @Test
    void sendsTogetherWhatWasSentTogether() {
        String poll = "device_code=‹device_code 1a›";
        assertThat(script(
                        exchange(1, 0, 10, "/device_authorization", "client_id=tv", CODES),
                        exchange(2, 20, 35, "/token", poll, "{}"),
                        exchange(3, 21, 36, "/token", poll, "{}")))
                .containsPattern("send 2 [^\n]* &\n[^\n]*\nsend 3 [^\n]* &\nwait\n");
    }

    @Test
    void aResultWithoutExchangesHasNoScript() {
        assertThat(new Replay(List.of()).script(FAILURE)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void hostileTextsAreWordsAndNothingElse(String attack) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        String evil = attack + "'; touch pwned; $(touch pwned) `touch pwned` \\";
        List<ExchangeRecord> exchanges = HostileRun.exchanges(evil);
        String script =
                new Replay(exchanges).script(HostileRun.run(evil).results().get(0));
        Files.write(temporary.resolve("replay.sh"), script.getBytes(StandardCharsets.UTF_8));
        Files.writeString(temporary.resolve("curl"), "#!/bin/sh\nexit 0\n");
        temporary.resolve("curl").toFile().setExecutable(true);
        run(temporary + ":/bin:/usr/bin");
        assertThat(temporary.resolve("pwned")).doesNotExist();
    }

    @Test
    @Timeout(60)
    void showsTheDeviationAgainOnARealServer() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\n \"device_code\" : \"fresh+code/1\"\n}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            url = "http://127.0.0.1:" + server.getAddress().getPort();
            String script = script(
                    exchange(1, 0, 10, "/device_authorization", "client_id=tv&scope=a%20b&scope=c", CODES),
                    exchange(2, 90, 95, "/token", "client_id=tv&device_code=‹device_code 1a›", "{}"));
            Files.writeString(temporary.resolve("replay.sh"), script);
            assertThat(run(System.getenv("PATH"))).contains("#1  200", "#2  200");
        } finally {
            server.stop(0);
        }
        assertThat(requests)
                .containsExactly(
                        "/device_authorization client_id=tv&scope=a%20b&scope=c",
                        "/token client_id=tv&device_code=fresh%2Bcode%2F1");
    }

    private String run(String path) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "replay.sh")
                .directory(temporary.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("PATH", path, "no_proxy", "127.0.0.1"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static String script(ExchangeRecord... exchanges) {
        return new Replay(List.of(exchanges)).script(FAILURE);
    }

    private ExchangeRecord exchange(int number, double sent, double received, String path, String body, String answer) {
        return exchange(number, sent, received, path, body, answer, FAILURE.id());
    }

    private ExchangeRecord exchange(
            int number, double sent, double received, String path, String body, String answer, String check) {
        return new ExchangeRecord(
                number,
                check,
                "poll",
                sent,
                received,
                "POST",
                url + path,
                List.of(new ExchangeRecord.Field("Content-Type", "application/x-www-form-urlencoded")),
                body,
                200,
                List.of(),
                answer,
                null);
    }
}
