package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.preflight.Probe.Announced;
import org.devicegrant.load.run.Engine;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.StopSignal;
import org.devicegrant.load.run.Tick;
import org.devicegrant.load.run.Trial;
import org.devicegrant.load.run.TrialPlan;
import org.devicegrant.load.run.WarmUp.Ceiling;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario plays on.
 *
 * @param target the server
 * @param options what was asked for
 * @param announced what the server announced before the start
 * @param engine puts devices on the wire
 * @param clock the time
 * @param stop ends everything
 * @param histograms where each second's histograms go
 * @param observer told once a second
 * @param ceiling what the generator can do, or null if it was not measured
 */
public record Stage(
        LoadTarget target,
        LoadOptions options,
        Announced announced,
        Engine engine,
        Clock clock,
        StopSignal stop,
        HistogramSink histograms,
        Consumer<Tick> observer,
        @Nullable Ceiling ceiling) {

    /** From one poll of a lawful device to its next, if answers came at once. */
    public Duration period() {
        return announced.interval().plus(options.pad());
    }

    /** New devices of this injector. */
    public List<Device> fleet() {
        return Fleet.of(target, options.devices(), options.shard());
    }

    /** Polls per second of so many devices, if answers came at once; 0 if they then poll without an end. */
    public double offered(int devices) {
        return period().isZero() ? 0 : devices / (period().toNanos() / 1e9);
    }

    /** Polls per second of this injector. */
    public double offered() {
        return offered(options.devices()) / options.shard().of();
    }

    /** Plays one trial. */
    public Measured play(TrialPlan plan) {
        return play(plan, stop, observer);
    }

    /** Plays one trial that may end before the run does. */
    public Measured play(TrialPlan plan, StopSignal ends, Consumer<Tick> watcher) {
        return play(plan, ends, histograms, watcher);
    }

    /** Plays one trial whose histograms go elsewhere. */
    public Measured play(TrialPlan plan, StopSignal ends, HistogramSink sink, Consumer<Tick> watcher) {
        try (Trial trial = new Trial(plan, engine, ends, sink, watcher)) {
            return trial.run();
        }
    }
}
