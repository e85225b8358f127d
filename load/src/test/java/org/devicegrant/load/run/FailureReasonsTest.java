package org.devicegrant.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.devicegrant.load.guard.Guard;
import org.devicegrant.load.guard.Guards;
import org.devicegrant.load.measure.Answers;
import org.devicegrant.load.measure.Mishaps;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.measure.Silences;
import org.devicegrant.load.measure.Window;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Conversation;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.step.Judge;
import org.devicegrant.load.step.Violations;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told where no answer comes: whether it was the server, or the machine that sends. */
class FailureReasonsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            j.n.ConnectException: Connection refused: /127.0.0.1:1                | connection refused
            i.n.c.u.Errors$NativeIoException: newSocket: Too many open files      | too many open files
            j.n.BindException: Cannot assign requested address: /127.0.0.1:8080   | no port left for another connection
            j.l.OutOfMemoryError: Java heap space                                 | no memory left for another request
            i.n.u.i.OutOfDirectMemoryError: failed to allocate direct memory      | no memory left for another request
            Cannot reserve 4194304 bytes of direct buffer memory                  | no memory left for another request
            failed to allocate 4194304 byte(s) of direct memory                   | no memory left for another request
            i.n.c.ConnectTimeoutException: connection timed out after 10000 ms    | connecting timed out
            i.g.h.c.i.RequestTimeoutException: Request timeout after 10000 ms     | no answer in time
            j.i.IOException: Connection closed before the answer                  | connection closed by the server
            i.g.h.c.i.PrematureCloseException: Premature close                    | connection closed by the server
            j.n.SocketException: Connection reset by peer                         | connection closed by the server
            j.n.ssl.SSLException: PKIX path building failed                       | TLS refused
            something new                                                         | no answer
            """)
    void eachErrorIsOneOfAFewReasons(String error, String reason) {
        assertThat(FailureReasons.kind(error)).isEqualTo(reason);
    }

    @Test
    void whatRanOutHereIsNotHeldAgainstTheServer() {
        Guards guards = guards(silentFor("no port left for another connection"));

        assertThat(guards.failed()).isTrue();
        assertThat(guards.broken()).extracting(Guards.Broken::guard).containsExactly(Guard.SHORTAGE);
        assertThat(guards.words()).first().asString().contains("1 times no port left", "sysctl", "--shard");
    }

    @Test
    void aServerThatRefusesIsTheServersFault() {
        assertThat(guards(silentFor("connection refused")).failed()).isFalse();
    }

    @Test
    void theBreakerSaysWhyNothingWasAnswered() {
        StopSignal stop = new StopSignal();
        Breaker breaker = new Breaker(stop);
        for (long second = 0; second < 6; second++) {
            breaker.look(
                    new Answers(Map.of(AnswerKind.NO_ANSWER, second * 10)),
                    Map.of("connection refused", second * 9, "no answer in time", second));
        }

        assertThat(stop.failed()).isTrue();
        assertThat(stop.reason())
                .contains("failed (50 of 50)")
                .endsWith("without an answer: 45 times connection refused, 5 times no answer in time");
    }

    @Test
    void onceIsNotTimes() {
        assertThat(Silences.text(Map.of("connection refused", 1L))).isEqualTo("1 time connection refused");
    }

    /** One device whose only request had no answer. */
    private static Measured silentFor(String reason) {
        LoadTarget target = LoadTarget.of(
                URI.create("http://127.0.0.1/token"),
                URI.create("http://127.0.0.1/device"),
                LoadClient.publicClient("tv"));
        Conduct conduct = Conduct.waiting(Duration.ZERO);
        Violations violations = new Violations();
        Recording recording = new Recording(new Window(0, 1_000_000_000));
        Conversation conversation =
                new Conversation(target, conduct, new Judge(conduct, target, violations), recording);
        Device device = new Device(0, target.clients().get(0));
        conversation.begins(device, 0);
        conversation.hearsNothing(device, reason, 1_000);
        TrialPlan plan = new TrialPlan(List.of(device), conduct, any -> 0, Duration.ZERO, Duration.ofSeconds(1), null);
        return new Measured(
                plan,
                1,
                recording.answers(),
                recording.allAnswers(),
                recording.measured(),
                List.of(),
                null,
                violations,
                0,
                0,
                recording.silences(),
                Mishaps.none(),
                null,
                false);
    }

    private static Guards guards(Measured measured) {
        return Guards.of(measured, Duration.ofSeconds(5), Connections.SHARED, null);
    }
}
