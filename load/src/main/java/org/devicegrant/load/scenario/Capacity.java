package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.capacity.Attempt;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Attempt.Kind;
import org.devicegrant.load.capacity.Bounds;
import org.devicegrant.load.capacity.Found;
import org.devicegrant.load.capacity.Prediction;
import org.devicegrant.load.capacity.ScalabilityLaw;
import org.devicegrant.load.capacity.Search;
import org.devicegrant.load.capacity.Verdict;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.objective.Objective;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.preflight.MachineLimits;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.scenario.Outcome.Closing;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadCapacity.Instances;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadReport.LimitedBy;

/** Finds out how many waiting devices the server carries before an objective is missed. */
final class Capacity implements Scenario {
    /** What a poll may take where nobody says so. */
    private static final Duration DEFAULT_P99 = Duration.ofMillis(500);

    private static final double DEFAULT_ERRORS = 0.001;
    private static final int VIOLATED = 1;
    private static final int MISSED = 6;
    private static final int OWN_FAULT = 70;

    @Override
    public Outcome play(Stage stage) {
        if (stage.options().shard().of() > 1) {
            throw new LoadRefused(
                    LoadRefused.WRONG_INPUT,
                    "capacity decides after each trial what to try next, which several injectors cannot: leave --shard"
                            + " out, or run steady with it");
        }
        Objectives objectives = objectives(stage);
        CapacityTrials trials = new CapacityTrials(stage, objectives);
        Found found = Search.run(trials, bounds(stage));
        return outcome(stage, objectives, trials, found);
    }

    /** Those of the run; where they leave something open, those that a search cannot do without. */
    static Objectives objectives(Stage stage) {
        Objectives given = stage.options().objectives();
        List<Objective> wanting = new ArrayList<>();
        if (given.latencies() == 0) {
            wanting.add(new Objective.Latency("p99", 99, DEFAULT_P99));
        }
        if (!given.names().contains("errors")) {
            wanting.add(new Objective.Errors(DEFAULT_ERRORS));
        }
        return given.with(wanting);
    }

    private static Bounds bounds(Stage stage) {
        LoadOptions options = stage.options();
        double perDevice = stage.offered(1);
        long byRate = (long) (options.limits().pollsPerSecond() / perDevice);
        long byMachine = MachineLimits.ofThisMachine().most(options.connections());
        int most = (int) Math.max(1, Math.min(1_000_000, Math.min(byRate, byMachine)));
        return new Bounds(Math.min(options.devices(), most), most);
    }

    private static Outcome outcome(Stage stage, Objectives objectives, CapacityTrials trials, Found found) {
        Measured figures = trials.figures(found.carried());
        double share = share(stage, found, figures);
        List<Instances> instances = instances(stage, found.carried() == 0 ? 0 : figures.pollsPerSecond());
        LoadCapacity.Law law = ScalabilityLaw.fit(instances);
        Integer to = found.to();
        LoadCapacity capacity = new LoadCapacity(
                (int) Math.floor(found.from() * share),
                to == null ? null : (int) Math.ceil(to * share),
                found.carried() == 0 ? 0 : figures.pollsPerSecond(),
                gaveOut(found),
                confirmed(found),
                found.machineDrift(),
                found.attempts().stream().map(Capacity::trial).toList(),
                instances,
                law,
                Prediction.sentence(instances, law));
        Outcome outcome = new Outcome(
                figures,
                trials.offered(found.carried()),
                found.refused() == null,
                stage.period(),
                Metric.LATENCY,
                new LoadFindings(null, null, List.of(), null, capacity),
                List.of(),
                closing(objectives, found, trials));
        return notes(stage, outcome, found, objectives);
    }

    /** Devices that wait exactly the interval make X (I + R) of the polls X that were answered after R. */
    private static double share(Stage stage, Found found, Measured figures) {
        double interval = stage.announced().interval().toNanos() / 1e9;
        double mean = figures.distribution(Metric.LATENCY).getMean() / 1e6;
        return found.carried() == 0 || interval == 0
                ? 1
                : figures.pollsPerSecond() * (interval + mean) / found.carried();
    }

    private static List<Instances> instances(Stage stage, double polls) {
        List<Instances> all = new ArrayList<>(stage.options().search().earlier());
        int here = stage.options().search().instances();
        all.removeIf(point -> point.count() == here);
        if (polls > 0) {
            all.add(new Instances(here, polls));
        }
        all.sort(Comparator.comparingInt(Instances::count));
        return all;
    }

    private static LoadCapacity.Trial trial(Attempt a) {
        return new LoadCapacity.Trial(
                a.kind().word(),
                a.devices(),
                a.seconds(),
                a.offered(),
                a.figures().achieved(),
                a.figures().p50(),
                a.figures().p99(),
                a.figures().errors(),
                a.verdict().word(),
                a.why());
    }

    /** How many of the full-length trials of the lower end passed, in words. */
    static String confirmed(Found found) {
        return found.asked() == 0
                ? "no trial of full length"
                : found.confirmations() + " of " + found.asked() + " trials of full length";
    }

    /** What was missed at the upper end. */
    private static String gaveOut(Found found) {
        if (found.end() == End.VIOLATION) {
            return "the protocol was broken";
        }
        Integer refused = found.refused();
        return refused == null
                ? "nothing"
                : found.attempts().stream()
                        .filter(attempt -> attempt.devices() == refused && attempt.verdict() == Verdict.FAIL)
                        .map(Attempt::why)
                        .reduce((first, last) -> last)
                        .orElse("");
    }

    private static Closing closing(Objectives objectives, Found found, CapacityTrials trials) {
        End end = found.end();
        if (end == null) {
            return new Closing(objectives, null, limit(found), found.carried() == 0 ? MISSED : 0);
        }
        String why = String.valueOf(trials.stopped());
        return switch (end) {
            case VIOLATION ->
                new Closing(
                        objectives, "the protocol was broken, which is wrong at any load", LimitedBy.SERVER, VIOLATED);
            case SERVER_GONE ->
                new Closing(objectives, "the server answers no more: " + why, LimitedBy.SERVER, LoadRefused.NO_FLOW);
            case STOPPED ->
                trials.outOfMemory()
                        ? new Closing(objectives, why, LimitedBy.GENERATOR, OWN_FAULT)
                        : new Closing(objectives, why, limit(found), 0);
            case GENERATOR ->
                new Closing(
                        objectives,
                        "more could not be asked, because the generator or its machine was the limit",
                        LimitedBy.GENERATOR,
                        0);
        };
    }

    /** What a valid trial has shown to be the limit; nothing else refuses a load. */
    static LimitedBy limit(Found found) {
        return found.refused() == null ? LimitedBy.NONE : LimitedBy.SERVER;
    }

    private static Outcome notes(Stage stage, Outcome outcome, Found found, Objectives objectives) {
        Outcome noted = outcome.note("A load is carried while " + objectives.words() + " hold.");
        if (stage.options().pad().toMillis() > 0) {
            noted = noted.note(String.format(
                    Locale.ROOT,
                    "The devices of the trials waited %d ms longer than the interval, and were so many more; counted are"
                            + " devices that wait exactly the interval.",
                    stage.options().pad().toMillis()));
        }
        long invalid = found.attempts().stream()
                .filter(attempt -> attempt.verdict() == Verdict.INVALID)
                .count();
        long references = found.attempts().stream()
                .filter(attempt -> attempt.kind() == Kind.REFERENCE)
                .count();
        return noted.note(String.format(
                Locale.ROOT,
                "Of %d trials %d were invalid and repeated; %d were the reference.",
                found.attempts().size(),
                invalid,
                references));
    }
}
