package org.devicegrant.load;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.preflight.MachineLimits;
import org.devicegrant.load.preflight.Permission;
import org.devicegrant.load.preflight.Probe;
import org.devicegrant.load.preflight.Probe.Announced;
import org.devicegrant.load.result.ReportAssembly;
import org.devicegrant.load.run.Engine;
import org.devicegrant.load.run.StopSignal;
import org.devicegrant.load.run.Tick;
import org.devicegrant.load.run.WarmUp;
import org.devicegrant.load.run.WarmUp.Ceiling;
import org.devicegrant.load.scenario.LoadOptions;
import org.devicegrant.load.scenario.Outcome;
import org.devicegrant.load.scenario.ScenarioKind;
import org.devicegrant.load.scenario.Scenarios;
import org.devicegrant.load.scenario.Stage;
import org.devicegrant.load.target.HttpClients;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.time.Clock;
import org.devicegrant.reports.model.LoadReport;
import org.jspecify.annotations.Nullable;

/** One load run, from the first look at the server to the report. */
public final class LoadRun {
    private final LoadTarget target;
    private final ScenarioKind scenario;
    private final LoadOptions options;
    private final Clock clock = Clock.SYSTEM;
    private final StopSignal stop = new StopSignal();

    /** A run of a scenario against a server. */
    public LoadRun(LoadTarget target, ScenarioKind scenario, LoadOptions options) {
        this.target = target;
        this.scenario = scenario;
        this.options = options;
    }

    /** Ends the run soon; what was measured until then is reported. May be called from any thread. */
    public void stop(String why) {
        stop.raise(why);
    }

    /**
     * Runs. Blocks until the report is there.
     *
     * @param histograms where each second's histograms go besides
     * @param observer told once a second how it goes
     * @throws LoadRefused if the run cannot or must not start
     */
    public LoadReport run(HistogramSink histograms, Consumer<Tick> observer) {
        Permission.check(target);
        MachineLimits.ofThisMachine().check(options.devices() / options.shard().of(), options.connections());
        HttpClient http = HttpClients.of(target.reach()).build();
        Announced announced = new Probe(target, http).announced();
        requireWithinLimits(announced);
        Ceiling ceiling = options.warmUp().isZero() ? null : new WarmUp(clock).run(options.warmUp(), stop);
        Stage stage = stage(announced, histograms, observer, ceiling);
        Instant started = clock.wall();
        Outcome outcome = Scenarios.of(scenario).play(stage);
        histograms.finish(outcome.measured().distributions());
        return new ReportAssembly(scenario, stage, started).report(outcome);
    }

    private Stage stage(
            Announced announced, HistogramSink histograms, Consumer<Tick> observer, @Nullable Ceiling ceiling) {
        Engine engine = new Engine(target, options.connections(), clock);
        return new Stage(target, options, announced, engine, clock, stop, histograms, observer, ceiling);
    }

    private void requireWithinLimits(Announced announced) {
        double period = announced.interval().plus(options.pad()).toNanos() / 1e9;
        double rate =
                scenario == ScenarioKind.ISSUANCE ? options.wave().rate() : options.devices() / Math.max(period, 1e-3);
        if (rate > options.limits().pollsPerSecond()) {
            throw refused(String.format(
                    Locale.ROOT,
                    "this would send %.0f requests a second, more than the cap of %.0f: if that is meant, raise it with"
                            + " --max-rate",
                    rate,
                    options.limits().pollsPerSecond()));
        }
        Duration longest = options.limits().duration();
        if (options.duration().compareTo(longest) > 0) {
            throw refused("the run would take longer than the cap of " + longest.toSeconds()
                    + " s: if that is meant, raise it with --max-duration");
        }
    }

    private static LoadRefused refused(String message) {
        return new LoadRefused(LoadRefused.WRONG_INPUT, message);
    }
}
