package org.devicegrant.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.stub.StubServer;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.time.Clock;
import org.junit.jupiter.api.Test;

/** Devices on the wire, with a server that does what it is told. */
class TrialTest {
    @Test
    void devicesPollAtTheirIntervalAndNothingIsWrong() throws Exception {
        try (StubServer server = new StubServer()) {
            Measured measured = fly(server.target(), 20, Duration.ofSeconds(4));

            assertThat(measured.violations().total()).isZero();
            assertThat(measured.allAnswers().of(AnswerKind.AUTHORIZED)).isEqualTo(20);
            assertThat(measured.allAnswers().of(AnswerKind.PENDING)).isBetween(40L, 60L);
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
        Measured measured = fly(target, 20, Duration.ofSeconds(30));
        assertThat(measured.stopped()).contains("failed");
    }

    private static Measured fly(LoadTarget target, int count, Duration duration) {
        List<Device> devices = IntStream.range(0, count)
                .mapToObj(i -> new Device(i, target.clients().get(0)))
                .toList();
        TrialPlan plan = new TrialPlan(
                devices,
                Conduct.waiting(Duration.ofMillis(100)),
                device -> device.number() * 10_000_000L,
                Duration.ofSeconds(1),
                duration,
                null);
        Engine engine = new Engine(target, Connections.SHARED, Clock.SYSTEM);
        try (Trial trial = new Trial(plan, engine, new StopSignal(), HistogramSink.NONE, tick -> {})) {
            return trial.run();
        }
    }
}
