package org.devicegrant.conformance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Answered;
import org.devicegrant.conformance.exchange.Http;
import org.devicegrant.conformance.exchange.HttpOptions;
import org.devicegrant.conformance.exchange.Redaction;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a device polls, to the millisecond, on a clock that only moves when it waits. */
class DeviceTest {
    private static final String CODES =
            "{\"device_code\":\"dc\",\"user_code\":\"uc\",\"expires_in\":60,\"interval\":5}";

    private final ManualClock clock = new ManualClock();
    private final Deque<String> answers = new ConcurrentLinkedDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Http http;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            byte[] body = ("{\"error\":\"" + answers.removeFirst() + "\"}").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        HttpOptions patient =
                new HttpOptions(null, null, false, List.of(), Duration.ofMinutes(2), Duration.ofMinutes(2), 1 << 20);
        http = new Http(patient, new Transcript(new Redaction(), 0, record -> {}), clock);
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    /** A device whose codes were asked for at second 1 and came at second 2; now it is second 2. */
    private Device device(String codes) {
        clock.pass(Duration.ofSeconds(2));
        URI token = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
        Target target = TargetFile.parse(
                "issuer: http://127.0.0.1\nclients: {public: {client_id: tv}}\ntiming: {interval_guard: 200ms}\n",
                Path.of(""),
                Map.of(),
                List.of());
        Protocol protocol = new Protocol(
                target,
                new Server(null, token, token, null, null, null, null, List.of(), List.of()),
                new ClientAuthentication(ServerTime.measured(clock, List.of()), "x"));
        Wire wire = new Wire("a-check", Urgency.PLAIN, http, clock, new Pace(1e12, clock));
        Answer issued = Answered.between(9, 1_000_000_000L, 2_000_000_000L, Answered.json(200, codes));
        return new Device(
                wire,
                new Waiting(clock, Duration.ofHours(1)),
                protocol,
                target.clients().main(),
                issued);
    }

    private Device device() {
        return device(CODES);
    }

    private void answers(String... errors) {
        answers.addAll(List.of(errors));
    }

    @Test
    void sendsTheGrantTheCodeAndTheClient() {
        answers("authorization_pending");

        assertThat(device().poll().pending()).isTrue();

        assertThat(asked)
                .containsExactly("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"
                        + "&device_code=dc&client_id=tv");
        assertThat(clock.waitsInMillis()).isEmpty();
    }

    @Test
    void spacedPollsKeepTheIntervalAndTheGuardAfterEachAnswer() {
        answers("authorization_pending", "authorization_pending");
        Device device = device();

        device.spacedPoll();
        device.spacedPoll();

        assertThat(clock.waitsInMillis()).containsExactly(7_200L, 12_400L);
    }

    @Test
    void everySlowDownAddsFiveSecondsForGood() {
        answers("slow_down", "slow_down", "authorization_pending", "authorization_pending");
        Device device = device();

        device.poll();
        device.spacedPoll();
        device.spacedPoll();
        assertThat(device.spacedPoll(request -> request.with("x", "y")).pending())
                .isTrue();

        assertThat(device.slowDowns()).isEqualTo(2);
        assertThat(clock.waitsInMillis()).containsExactly(12_200L, 27_400L, 42_600L);
        assertThat(asked.get(3)).endsWith("&x=y");
    }

    @Test
    void pollsAtChosenMoments() {
        answers("authorization_pending", "authorization_pending", "authorization_pending");
        Device device = device();

        assertThat(device.pollAfter(Duration.ofSeconds(3)).pending()).isTrue();
        assertThat(device.pollOnceAfter(Duration.ofSeconds(4)).pending()).isTrue();
        assertThat(device.pollOnceAt(30_000_000_000L).pending()).isTrue();

        assertThat(clock.waitsInMillis()).containsExactly(5_000L, 9_000L, 30_000L);
        assertThat(device.lastReceived()).isEqualTo(30_000_000_000L);
    }

    @Test
    void pollsUntilItIsDecidedOrHadEnough() {
        answers("authorization_pending", "access_denied");
        assertThat(device().pollUntilDecided(9).error()).isEqualTo("access_denied");

        answers("authorization_pending", "authorization_pending");
        assertThat(device().pollUntilDecided(2).pending()).isTrue();
        assertThat(asked).hasSize(4);
    }

    @Test
    void expiryIsProvenFromTheReceptionAndDeniedFromTheSending() {
        Device device = device();

        assertThat(device.waitUntilBeforeExpiry(Duration.ofSeconds(3))).isSameAs(device);
        assertThat(device.waitPastExpiry(Duration.ofSeconds(4))).isSameAs(device);
        assertThat(device.pause(Duration.ofSeconds(1))).isSameAs(device);

        assertThat(clock.waitsInMillis()).containsExactly(58_000L, 66_000L, 67_000L);
        assertThat(device.issuedNotBefore()).isEqualTo(1_000_000_000L);
        assertThat(device.issuedNotAfter()).isEqualTo(2_000_000_000L);
    }

    @Test
    void whatSpeaksOfADeadCodeDoesNotCountWhenTheCodeMayBeDead() {
        answers("invalid_grant", "invalid_grant");
        Device device = device();

        clock.pass(Duration.ofMillis(57_999));
        assertThat(device.poll().terminal()).isTrue();
        clock.pass(Duration.ofMillis(2));

        assertThat(device.tooLateToAsk()).isTrue();
        assertThatThrownBy(device::poll).isInstanceOf(TooLate.class).hasMessageContaining("(60 s)");
    }

    @Test
    void aRefusalCountsWheneverItComes() {
        answers("access_denied", "authorization_pending");
        Device device = device();
        clock.pass(Duration.ofMinutes(3));

        assertThat(device.poll().error()).isEqualTo("access_denied");
        assertThat(device.poll().pending()).isTrue();
    }

    @Test
    void whoeverAsksForTheEndGetsItsAnswers() {
        answers("expired_token", "expired_token");
        Device waited = device();
        waited.waitPastExpiry(Duration.ofSeconds(1));
        Device outliving = device().outliving();
        clock.pass(Duration.ofMinutes(3));

        assertThat(waited.poll().error()).isEqualTo("expired_token");
        assertThat(outliving.poll().error()).isEqualTo("expired_token");
        assertThat(outliving.tooLateToAsk()).isFalse();
    }

    @Test
    void withoutALifetimeNothingIsTooLate() {
        answers("invalid_grant");
        Device device = device("{\"device_code\":\"dc\",\"user_code\":\"uc\"}");
        clock.pass(Duration.ofDays(1));

        assertThat(device.poll().terminal()).isTrue();
        assertThat(device.mayBeOverAt(Answered.error("x"))).isFalse();
        assertThat(device.interval()).isEqualTo(Device.DEFAULT_INTERVAL);
    }

    @Test
    void theEndIsNearASecondEarlyForServersThatCountWholeOnes() {
        Device device = device();
        Answer before = Answered.between(1, 0, 59_999_999_999L, Answered.error("expired_token"));
        Answer at = Answered.between(1, 0, 60_000_000_000L, Answered.error("expired_token"));

        assertThat(device.mayBeOverAt(before)).isFalse();
        assertThat(device.mayBeOverAt(at)).isTrue();
        assertThat(device.mayHaveExpiredBefore(before)).isFalse();
        assertThat(device.mayHaveExpiredBefore(at)).isTrue();
        assertThat(device.leftAtLeast()).isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void pollsTogetherAllCount() {
        answers("authorization_pending", "slow_down", "slow_down");
        Device device = device();

        List<Answer> together = device.pollsAtOnce(3);
        answers("slow_down");

        assertThat(together).hasSize(3);
        assertThat(device.slowDowns()).isEqualTo(2);
        assertThat(device.pollInBurst().error()).isEqualTo("slow_down");
        assertThat(device.slowDowns()).isEqualTo(3);
        assertThat(device.toString()).isEqualTo("device of exchange #9");
    }

    @Test
    void saysWhatItsCodesAre() {
        Device device = device(
                CODES.replace(
                        "}",
                        ",\"verification_uri\":\"http://127.0.0.1/d\",\"verification_uri_complete\":\"http://127.0.0.1/d?u\"}"));

        assertThat(device.deviceCode()).isEqualTo("dc");
        assertThat(device.userCode()).isEqualTo("uc");
        assertThat(device.verificationUri()).isEqualTo(URI.create("http://127.0.0.1/d"));
        assertThat(device.verificationUriComplete()).contains(URI.create("http://127.0.0.1/d?u"));
        assertThat(device.intervalAnnounced()).isTrue();
        assertThat(device.client().clientId()).isEqualTo("tv");
        assertThat(device.issued().number()).isEqualTo(9);
        assertThat(device("{\"device_code\":\"dc\"}").intervalAnnounced()).isFalse();
    }

    @Test
    void aPollBesideOthersIsSpaced() {
        answers("authorization_pending", "slow_down");
        Device device = device();

        List<Answer> together = device.spacedPollBeside(
                new ArrayDeque<>(List.of(device.pollRequest())).stream().toList());

        assertThat(together).hasSize(2);
        assertThat(device.slowDowns()).isEqualTo(1);
        assertThat(clock.waitsInMillis()).containsExactly(7_200L);
    }
}
