package org.devicegrant.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.preflight.Probe.Announced;
import org.devicegrant.load.run.Connections;
import org.devicegrant.load.run.Engine;
import org.devicegrant.load.run.StopSignal;
import org.devicegrant.load.run.Tick;
import org.devicegrant.load.scenario.LoadOptions;
import org.devicegrant.load.scenario.ScenarioKind;
import org.devicegrant.load.scenario.Stage;
import org.devicegrant.load.scenario.Steady;
import org.devicegrant.load.stub.StubServer;
import org.devicegrant.load.time.Clock;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A machine that is stopped between the warm-up and the time that counts, and goes on when that is over. */
@Execution(ExecutionMode.CONCURRENT)
class StoppedMachineTest {
    private static final Duration STANDSTILL = Duration.ofMinutes(5);

    private final StoppableClock clock = new StoppableClock();

    @Test
    void nobodyIsBlamedForDevicesThatNeverCameToPoll() throws Exception {
        try (StubServer server = new StubServer()) {
            // Two minutes pass before anything counts.
            server.interval = Duration.ofSeconds(60);

            LoadReport report = steady(server, 20, tick -> clock.stop());

            assertThat(report.latencyMs().count()).isZero();
            assertThat(report.limitedBy()).isEqualTo(LimitedBy.GENERATOR);
            assertThat(report.generator().guards())
                    .anyMatch(guard -> guard.startsWith("the generator got no time at all for"));
        }
    }

    @Test
    void aServerIsNotBlamedForHavingStoodStillBesideTheGenerator() throws Exception {
        try (StubServer server = new StubServer()) {
            server.poll = (code, form) -> {
                clock.stop();
                return StubServer.PENDING;
            };

            LoadReport report = steady(server, 1, tick -> {});

            // The first poll is due before the time that counts, and answered when that is over.
            assertThat(report.limitedBy()).isEqualTo(LimitedBy.GENERATOR);
            assertThat(report.conclusions().toString()).contains("these figures are not the server's");
        }
    }

    private LoadReport steady(StubServer server, int devices, Consumer<Tick> observer) {
        LoadOptions options = LoadOptions.defaults().withDevices(devices).withDuration(Duration.ofSeconds(30));
        Stage stage = new Stage(
                server.target(),
                options,
                new Announced(server.interval, server.lifetime, false),
                new Engine(server.target(), Connections.SHARED, clock),
                clock,
                new StopSignal(),
                HistogramSink.NONE,
                observer,
                null);
        return new ReportAssembly(ScenarioKind.STEADY, stage, Instant.EPOCH).report(new Steady().play(stage));
    }

    /** The machine's clock, which stops everybody but itself once. */
    private static final class StoppableClock implements Clock {
        private final AtomicLong ahead = new AtomicLong();
        private final AtomicBoolean stopped = new AtomicBoolean();

        void stop() {
            if (stopped.compareAndSet(false, true)) {
                ahead.set(STANDSTILL.toNanos());
            }
        }

        @Override
        public long nanos() {
            return SYSTEM.nanos() + ahead.get();
        }

        @Override
        public Instant wall() {
            return SYSTEM.wall().plusNanos(ahead.get());
        }

        @Override
        public boolean await(Duration duration) {
            return SYSTEM.await(duration);
        }
    }
}
