package org.devicegrant.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.stub.StubServer;
import org.devicegrant.load.target.LoadTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Devices on the wire, with a server that does what it is told. */
@Execution(ExecutionMode.CONCURRENT)
class TrialTest {
    @Test
    void devicesPollAtTheirIntervalAndNothingIsWrong() throws Exception {
        try (StubServer server = new StubServer()) {
            Measured measured = Flights.fly(server.target(), 20, Duration.ofSeconds(4));

            assertThat(measured.violations().total()).isZero();
            assertThat(measured.allAnswers().of(AnswerKind.AUTHORIZED)).isEqualTo(20);
            assertThat(measured.allAnswers().of(AnswerKind.PENDING)).isBetween(20L, 60L);
            assertThat(measured.distribution(Metric.LATENCY).getTotalCount())
                    .isEqualTo(measured.answers().polls());
        }
    }

    @Test
    void aServerThatIsGoneEndsTheRun() throws Exception {
        LoadTarget target;
        try (StubServer server = new StubServer()) {
            target = server.target();
        }
        Measured measured = Flights.fly(target, 20, Duration.ofSeconds(30));
        assertThat(measured.stopped()).contains("failed");
        assertThat(measured.failed()).isTrue();
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
            Measured measured = Flights.fly(server.target(), 20, Duration.ofSeconds(60));

            assertThat(measured.stopped()).contains("failed");
            assertThat(measured.allAnswers().of(AnswerKind.PENDING)).isPositive();
            assertThat(measured.seconds()).isPositive().isLessThan(60);
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

            Flights.fly(server.target(), 3, Duration.ofSeconds(2), agreed);

            // The first request is for a code; a poll follows after the interval.
            assertThat(first.get())
                    .isAfterOrEqualTo(agreed.plus(server.interval).minusMillis(50));
        }
    }
}
