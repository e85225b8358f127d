package org.devicegrant.load.merge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.measure.Demand;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.Percentiles;
import org.devicegrant.load.objective.Objective;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.result.Conclusions;
import org.devicegrant.load.result.Ending;
import org.devicegrant.reports.model.LoadPercentiles;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.devicegrant.reports.model.LoadReport.LoadInvariant;
import org.devicegrant.reports.model.LoadReport.LoadObjective;
import org.devicegrant.reports.model.LoadSettings;

/** Makes one report of those of all injectors of a run. Counts are added up, percentiles come from the added histograms. */
public final class Merge {
    private static final int EXAMPLES = 5;

    private final List<Part> parts;
    private final LoadReport first;
    private final Histograms histograms = new Histograms();

    private Merge(List<Part> parts) {
        this.parts = parts;
        this.first = parts.get(0).report();
        parts.forEach(part -> histograms.add(part.histograms()));
    }

    /**
     * Merges what the injectors left in these directories.
     *
     * @param objectives further ones; those of the injectors hold besides
     * @throws LoadRefused if the directories are not those of all injectors of one run
     */
    public static LoadReport of(List<Path> directories, List<Objective> objectives) {
        List<Part> parts = directories.stream()
                .map(Part::read)
                .sorted(Comparator.comparingInt(Part::shard))
                .toList();
        Shards.requireAll(parts);
        return new Merge(parts).merged(objectives);
    }

    private LoadReport merged(List<Objective> further) {
        Map<String, Long> answers = answers();
        long unanswered =
                parts.stream().mapToLong(part -> part.report().unanswered()).sum();
        double errors = errors(answers, unanswered);
        List<LoadObjective> objectives = objectives(further, errors);
        boolean missed = objectives.stream().anyMatch(objective -> !objective.met());
        double offered = sum(LoadReport::offeredPollsPerSecond);
        double achieved = sum(LoadReport::achievedPollsPerSecond);
        double seconds = parts.stream()
                .mapToDouble(part -> part.report().measuredSeconds())
                .max()
                .orElse(0);
        boolean keptUp = new Demand(offered, first.settings().devices()).metBy(Math.round(achieved * seconds), seconds);
        // Each injector knows what its scenario lets its devices do; of that all together may make up for one.
        boolean blamed = parts.stream().anyMatch(part -> part.report().limitedBy() == LimitedBy.SERVER);
        boolean bad = missed || errors > 0 || (blamed && !keptUp);
        List<LoadInvariant> violations = violations();
        String stopped = stopped();
        LoadReport draft = new LoadReport(
                first.tool(),
                first.target(),
                first.scenario(),
                settings(),
                parts.stream()
                        .map(part -> part.report().started())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                seconds,
                parts.stream().allMatch(part -> part.report().complete()),
                stopped.isEmpty() ? null : stopped,
                exitCode(missed, violations),
                offered,
                achieved,
                percentiles(Metric.LATENCY),
                percentiles(Metric.LATENESS),
                percentiles(Metric.CONNECTING),
                percentiles(Metric.ISSUANCE),
                percentiles(Metric.REDEMPTION),
                answers,
                unanswered,
                parts.stream().mapToLong(part -> part.report().unsent()).sum(),
                errors,
                violations,
                objectives,
                limitedBy(bad),
                MergedGenerator.of(parts),
                MergedTimeline.of(parts),
                MergedFindings.of(parts, histograms),
                List.of(),
                notes());
        return Conclusions.drawn(draft);
    }

    private double sum(java.util.function.ToDoubleFunction<LoadReport> value) {
        return parts.stream()
                .mapToDouble(part -> value.applyAsDouble(part.report()))
                .sum();
    }

    private LoadPercentiles percentiles(Metric metric) {
        return Percentiles.of(histograms.of(metric.tag()));
    }

    private Map<String, Long> answers() {
        Map<String, Long> sums = new LinkedHashMap<>();
        parts.forEach(part -> part.report().answers().forEach((word, count) -> sums.merge(word, count, Long::sum)));
        return sums;
    }

    private static double errors(Map<String, Long> answers, long unanswered) {
        long all = answers.values().stream().mapToLong(Long::longValue).sum() + unanswered;
        long failed = answers.entrySet().stream()
                .filter(entry -> AnswerKind.of(entry.getKey()).failure())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return all == 0 ? 0 : (double) (failed + unanswered) / all;
    }

    private List<LoadObjective> objectives(List<Objective> further, double errors) {
        List<Objective> known = first.objectives().stream()
                .map(objective -> Objectives.parse(objective.name() + "=" + objective.limit()))
                .toList();
        Metric judged = percentiles(Metric.LATENCY).count() > 0 ? Metric.LATENCY : Metric.ISSUANCE;
        return Objectives.of(known).with(further).judge(histograms.of(judged.tag()), errors);
    }

    private List<LoadInvariant> violations() {
        List<LoadInvariant> all = new ArrayList<>();
        for (int i = 0; i < first.violations().size(); i++) {
            int at = i;
            LoadInvariant one = first.violations().get(i);
            List<LoadInvariant> same = parts.stream()
                    .map(part -> part.report().violations().get(at))
                    .toList();
            all.add(new LoadInvariant(
                    one.id(),
                    one.rule(),
                    same.stream().mapToLong(LoadInvariant::count).sum(),
                    same.stream()
                            .flatMap(each -> each.examples().stream())
                            .limit(EXAMPLES)
                            .toList()));
        }
        return all;
    }

    private LimitedBy limitedBy(boolean bad) {
        if (parts.stream().anyMatch(part -> part.report().limitedBy() == LimitedBy.GENERATOR)) {
            return LimitedBy.GENERATOR;
        }
        return bad ? LimitedBy.SERVER : LimitedBy.NONE;
    }

    private int exitCode(boolean missed, List<LoadInvariant> violations) {
        return Ending.exitCode(
                parts.stream().anyMatch(part -> Ending.ownFault(part.report().exitCode())),
                missed,
                parts.stream().anyMatch(part -> part.report().exitCode() == LoadRefused.NO_FLOW),
                violations.stream().anyMatch(invariant -> invariant.count() > 0));
    }

    private String stopped() {
        return parts.stream()
                .filter(part -> part.report().stoppedBecause() != null)
                .map(part -> "injector " + part.shard() + ": " + part.report().stoppedBecause())
                .collect(Collectors.joining("; "));
    }

    private LoadSettings settings() {
        LoadSettings s = first.settings();
        return new LoadSettings(
                s.devices(),
                s.intervalMs(),
                s.padMs(),
                s.rampMs(),
                s.durationMs(),
                s.connections(),
                s.clients(),
                s.seed(),
                null,
                s.injectors(),
                s.lifetimeSeconds());
    }

    private List<String> notes() {
        Set<String> notes = new LinkedHashSet<>(Shards.notes(parts));
        parts.forEach(part -> notes.addAll(part.report().notes()));
        return List.copyOf(notes);
    }
}
