package org.devicegrant.load.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.devicegrant.load.measure.Health;
import org.devicegrant.load.measure.HealthWatch;
import org.devicegrant.load.measure.HeapWatch;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.step.Violations;
import org.devicegrant.load.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of load with its measurements: lets the devices run, and once a second drains the histograms, looks at
 * the machine and tells an observer how it goes. {@link #measured} may be asked from another thread at any time, which
 * is how an interrupted run still has a report.
 */
public final class Trial implements AutoCloseable {
    private final TrialPlan plan;
    private final Engine engine;
    private final Clock clock;
    private final StopSignal stop;
    private final HistogramSink histograms;
    private final Consumer<Tick> observer;
    private final Violations violations = new Violations();
    private final Breaker breaker;
    private final HeapWatch heap;
    private @Nullable Takeoff air;
    private @Nullable HealthWatch watch;
    private @Nullable Health health;
    private @Nullable Measured last;
    private volatile boolean outOfMemory;

    /**
     * A trial.
     *
     * @param stop ends it before its time
     * @param histograms where each second's histograms go besides
     * @param observer told once a second, on one thread
     */
    public Trial(TrialPlan plan, Engine engine, StopSignal stop, HistogramSink histograms, Consumer<Tick> observer) {
        this(plan, engine, stop, histograms, observer, HeapWatch.ofThisProcess());
    }

    Trial(
            TrialPlan plan,
            Engine engine,
            StopSignal stop,
            HistogramSink histograms,
            Consumer<Tick> observer,
            HeapWatch heap) {
        this.plan = plan;
        this.engine = engine;
        this.clock = engine.clock();
        this.stop = stop;
        this.histograms = histograms;
        this.observer = observer;
        this.breaker = new Breaker(stop);
        this.heap = heap;
    }

    /** Runs to the end of the window, or until stopped. Blocks. */
    public Measured run() {
        try (Ticking ticking = ticks()) {
            engine.run(plan.devices(), stop, this::takeOff);
        } catch (OutOfMemoryError e) {
            // What was held to send requests is free again; what was measured is still there.
            endForWantOfMemory();
        }
        return measured();
    }

    /** The devices of this trial for a simulation that is started by others; figures are drained from now on. */
    Flight flight() {
        ticks();
        return new Flight(engine.target(), engine.connections(), plan.devices(), clock, stop, this::takeOff);
    }

    private Ticking ticks() {
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "load-ticker");
            thread.setDaemon(true);
            return thread;
        });
        // Not at a fixed rate: after a standstill that would make up for all missed ticks at once.
        ticker.scheduleWithFixedDelay(this::tickWithinMemory, 1, 1, TimeUnit.SECONDS);
        return ticker::shutdownNow;
    }

    /** What has been measured so far; from then on nothing is added. */
    public synchronized Measured measured() {
        if (last == null) {
            long now = clock.nanos();
            if (air == null) {
                air = takeOff();
            }
            air.standstill().look(now);
            drain(air, now);
            air.timeline().finish(air.recording().allAnswers(), now);
            last = Measured.of(plan, air, health, violations, outOfMemory, stop, now);
        }
        return last;
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
        }
    }

    private synchronized Takeoff takeOff() {
        air = Takeoff.now(plan, engine.target(), violations, clock);
        return air;
    }

    private void tickWithinMemory() {
        try {
            tick();
        } catch (OutOfMemoryError e) {
            endForWantOfMemory();
        }
    }

    private void endForWantOfMemory() {
        outOfMemory = true;
        stop.raise(Shortage.MEMORY.reason() + ": " + Shortage.MEMORY.way());
    }

    private synchronized void tick() {
        if (last != null || air == null) {
            return;
        }
        if (heap.nearlyFull() || air.recording().silences().containsKey(Shortage.MEMORY.reason())) {
            endForWantOfMemory();
        }
        long now = clock.nanos();
        air.standstill().look(now);
        if (watch == null && now - air.window().from() >= 0) {
            watch = new HealthWatch(clock);
        }
        if (watch != null && now - air.window().to() < 0) {
            health = watch.health();
        }
        observer.accept(drain(air, now));
    }

    private Tick drain(Takeoff flight, long now) {
        Recording.Interval interval = flight.recording().drain();
        histograms.write(interval, now - flight.origin());
        flight.timeline().add(interval, now);
        breaker.look(interval.answers(), flight.recording().silences());
        Histogram latency = interval.all(Metric.LATENCY);
        return new Tick(
                (now - flight.origin()) / 1e9,
                plan.devices().stream()
                        .filter(device -> device.phase() != Device.Phase.DONE)
                        .count(),
                interval.answers(),
                latency.getTotalCount(),
                latency.getValueAtPercentile(99),
                interval.all(Metric.LATENESS).getValueAtPercentile(99),
                violations.total(),
                violations.beyondLoad(),
                flight.recording().underway());
    }

    /** Ends the ticks. */
    private interface Ticking extends AutoCloseable {
        @Override
        void close();
    }
}
