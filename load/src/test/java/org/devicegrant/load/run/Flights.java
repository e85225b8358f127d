package org.devicegrant.load.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.time.Clock;
import org.jspecify.annotations.Nullable;

/** Short trials for tests. */
final class Flights {
    private Flights() {}

    /** So many devices, arriving 10 ms after each other, for so long. */
    static Measured fly(LoadTarget target, int count, Duration duration) {
        return fly(target, count, duration, null);
    }

    static Measured fly(LoadTarget target, int count, Duration duration, @Nullable Instant startAt) {
        List<Device> devices = IntStream.range(0, count)
                .mapToObj(i -> new Device(i, target.clients().get(0)))
                .toList();
        TrialPlan plan = new TrialPlan(
                devices,
                Conduct.waiting(Duration.ofMillis(100)),
                device -> device.number() * 10_000_000L,
                Duration.ofSeconds(1),
                duration,
                startAt);
        Engine engine = new Engine(target, Connections.SHARED, Clock.SYSTEM);
        try (Trial trial = new Trial(plan, engine, new StopSignal(), HistogramSink.NONE, tick -> {})) {
            return trial.run();
        }
    }
}
