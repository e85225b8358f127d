package org.devicegrant.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.devicegrant.load.guard.Guard;
import org.devicegrant.load.guard.Guards;
import org.devicegrant.load.measure.HeapWatch;
import org.devicegrant.load.measure.HeapWatch.Reading;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.stub.StubServer;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.target.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Devices on the wire, with a server that does what it is told. Nothing here depends on how fast the machine is: trials end
 * when they have seen enough, and what is asserted holds for any delay.
 */
@Execution(ExecutionMode.CONCURRENT)
class TrialTest {
    private static final int DEVICES = 20;

    @Test
    void devicesPollAtTheirIntervalAndNothingIsWrong() throws Exception {
        try (StubServer server = new StubServer()) {
            Map<String, Duration> shortestGaps = gapsSeenBy(server);

            Measured measured = Flights.fly(patient(server), DEVICES, tick -> shortestGaps.size() == DEVICES);

            assertThat(measured.violations().total()).isZero();
            assertThat(shortestGaps.values()).allMatch(gap -> gap.compareTo(server.interval) >= 0);
            assertThat(measured.allAnswers().of(AnswerKind.AUTHORIZED))
                    .isEqualTo(server.count("/device"))
                    .isEqualTo(DEVICES);
            // A device has one request under way at most, so at the end the two sides differ by no more than that.
            assertThat(server.count("/token") - measured.allAnswers().of(AnswerKind.PENDING))
                    .isBetween(0L, (long) DEVICES);
            assertThat(measured.allAnswers().polls())
                    .isEqualTo(measured.allAnswers().of(AnswerKind.PENDING));
            assertThat(measured.distribution(Metric.LATENCY).getTotalCount())
                    .isEqualTo(measured.answers().polls() + measured.unanswered());
        }
    }

    /** For each code that was polled twice, the shortest time between two polls as the server has seen them. */
    private static Map<String, Duration> gapsSeenBy(StubServer server) {
        Map<String, Duration> gaps = new ConcurrentHashMap<>();
        server.poll = (code, form) -> {
            long now = System.nanoTime();
            if (code.polls.get() > 1) {
                gaps.merge(
                        code.value,
                        Duration.ofNanos(now - code.lastPoll),
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
            code.lastPoll = now;
            return StubServer.PENDING;
        };
        return gaps;
    }

    @Test
    void aServerThatIsGoneEndsTheRun() throws Exception {
        LoadTarget target;
        try (StubServer server = new StubServer()) {
            target = server.target();
        }

        Measured measured = Flights.fly(target, 60, tick -> false);

        assertThat(measured.stopped()).contains("failed");
        assertThat(measured.failed()).isTrue();
        assertThat(measured.allAnswers().total())
                .isPositive()
                .isEqualTo(measured.allAnswers().of(AnswerKind.NO_ANSWER));
    }

    @Test
    void aServerThatDiesInTheMiddleLeavesWhatWasMeasuredUntilThen() throws Exception {
        try (StubServer server = new StubServer()) {
            server.poll = (code, form) -> {
                if (code.polls.get() == 2) {
                    server.close();
                }
                return StubServer.PENDING;
            };

            Measured measured = Flights.fly(server.target(), 60, tick -> false);

            assertThat(measured.stopped()).contains("failed");
            assertThat(measured.failed()).isTrue();
            assertThat(measured.allAnswers().of(AnswerKind.PENDING)).isPositive();
            assertThat(measured.seconds()).isPositive().isLessThan(Flights.PATIENCE.toSeconds());
        }
    }

    @Test
    void nothingIsSentBeforeTheAgreedStart() throws Exception {
        try (StubServer server = new StubServer()) {
            AtomicReference<Instant> first = new AtomicReference<>();
            server.poll = (code, form) -> {
                first.compareAndSet(null, Instant.now());
                return StubServer.PENDING;
            };
            Instant agreed = Instant.now().plusSeconds(6);

            Flights.fly(patient(server), 3, tick -> first.get() != null, agreed);

            // The first request is for a code; a poll follows after the interval.
            assertThat(first.get())
                    .isAfterOrEqualTo(agreed.plus(server.interval).minusMillis(50));
        }
    }

    @Test
    void aRunThatIsShortOfMemoryEndsWithWhatItMeasuredAndTheWayOut() throws Exception {
        try (StubServer server = new StubServer()) {
            HeapWatch full = new HeapWatch(() -> Optional.of(new Reading(server.count("/token") > 0 ? 95 : 0, 100)));

            Measured measured = Flights.fly(patient(server), 3, full);

            assertThat(measured.stopped())
                    .startsWith("no memory left")
                    .contains("JAVA_OPTS=-Xmx4g")
                    .contains("--shard");
            assertThat(measured.failed()).isFalse();
            assertThat(measured.allAnswers().of(AnswerKind.AUTHORIZED)).isPositive();
            assertThat(Guards.of(measured, server.interval, Connections.SHARED, null))
                    .matches(Guards::failed)
                    .satisfies(guards ->
                            assertThat(guards.words(Set.of(Guard.SHORTAGE))).containsExactly(measured.stopped()));
        }
    }

    /** On a machine that stands still, no answer is too late. */
    private static LoadTarget patient(StubServer server) {
        return server.target().with(new Reach(Flights.PATIENCE, null, null, false, Map.of()));
    }
}
