package org.devicegrant.load.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.devicegrant.load.measure.HeapWatch;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.time.Clock;
import org.jspecify.annotations.Nullable;

/** Short trials for tests. */
final class Flights {
    private Flights() {}

    /** Far longer than anything takes on the slowest machine: trials end when they have seen enough, not by time. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** So many devices, arriving 10 ms after each other, until enough was seen or the server failed. */
    static Measured fly(LoadTarget target, int count, Predicate<Tick> enough) {
        return fly(target, count, enough, null);
    }

    static Measured fly(LoadTarget target, int count, Predicate<Tick> enough, @Nullable Instant startAt) {
        return fly(target, count, enough, startAt, HeapWatch.ofThisProcess());
    }

    /** Until the heap is nearly full. */
    static Measured fly(LoadTarget target, int count, HeapWatch heap) {
        return fly(target, count, tick -> false, null, heap);
    }

    private static Measured fly(
            LoadTarget target, int count, Predicate<Tick> enough, @Nullable Instant startAt, HeapWatch heap) {
        StopSignal stop = new StopSignal();
        List<Device> devices = IntStream.range(0, count)
                .mapToObj(i -> new Device(i, target.clients().get(0)))
                .toList();
        TrialPlan plan = new TrialPlan(
                devices,
                Conduct.waiting(Duration.ofMillis(100)),
                device -> device.number() * 10_000_000L,
                Duration.ofSeconds(1),
                PATIENCE,
                startAt);
        Engine engine = new Engine(target, Connections.SHARED, Clock.SYSTEM);
        Consumer<Tick> observer = tick -> {
            if (enough.test(tick)) {
                stop.raise("enough was seen");
            }
        };
        try (Trial trial = new Trial(plan, engine, stop, HistogramSink.NONE, observer, heap)) {
            return trial.run();
        }
    }
}
