package org.devicegrant.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two runs, and what may be behind it.
 *
 * @param before the earlier run
 * @param after the later run
 * @param changes results that differ, the gravest first
 * @param circumstances what else was different: harness, catalogue, browser, target
 */
public record RunDiff(RunReport before, RunReport after, List<Change> changes, List<Circumstance> circumstances) {

    public RunDiff {
        changes = List.copyOf(changes);
        circumstances = List.copyOf(circumstances);
    }

    /**
     * One thing about the runs that was different.
     *
     * @param name what it is, for example {@code catalogue}
     * @param before in the earlier run
     * @param after in the later run
     * @param ours whether it belongs to the harness and not to the server
     */
    public record Circumstance(String name, String before, String after, boolean ours) {}

    /** Compares two runs. */
    public static RunDiff of(RunReport before, RunReport after) {
        Map<String, CheckResult> earlier = byId(before);
        Map<String, CheckResult> later = byId(after);
        Set<String> ids = new LinkedHashSet<>(later.keySet());
        ids.addAll(earlier.keySet());
        List<Change> changes = new ArrayList<>();
        ids.forEach(id -> Change.between(id, earlier.get(id), later.get(id)).ifPresent(changes::add));
        changes.sort(Comparator.comparing(Change::kind));
        return new RunDiff(before, after, changes, circumstances(before, after));
    }

    /** Changes of one kind. */
    public List<Change> of(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** Kinds that occur, with their changes, the gravest first. */
    public Map<Change.Kind, List<Change>> byKind() {
        return changes.stream().collect(Collectors.groupingBy(Change::kind, LinkedHashMap::new, Collectors.toList()));
    }

    /** One sentence on whether the server moved or the harness. */
    public String mover() {
        long rules = changes.stream().filter(Change::ruleChanged).count();
        boolean ours = circumstances.stream().anyMatch(Circumstance::ours);
        if (!Objects.equals(before.target().issuer(), after.target().issuer())) {
            return "These are two different servers" + (ours ? ", and the harness was changed in between." : ".");
        }
        if (changes.isEmpty()) {
            return ours
                    ? "The harness was changed in between, and every verdict is the same."
                    : "Nothing changed: the same harness gave the same verdicts.";
        }
        if (!ours) {
            return "The harness was the same in both runs: what changed is the server or what lies between.";
        }
        String why = rules == 0
                ? "no requirement behind a changed result was reworded, so the server is the likelier cause."
                : rules + " of " + changes.size() + " changed results belong to requirements that were changed too.";
        return "The harness was changed in between; " + why;
    }

    private static List<Circumstance> circumstances(RunReport before, RunReport after) {
        List<Circumstance> differences = new ArrayList<>();
        add(
                differences,
                "harness",
                before,
                after,
                run -> run.tool().name() + " " + run.tool().version(),
                true);
        add(differences, "catalogue", before, after, run -> run.tool().catalogue(), true);
        add(differences, "Java", before, after, run -> run.tool().java(), true);
        add(differences, "browser", before, after, run -> run.tool().browser(), true);
        add(differences, "profile", before, after, RunReport::profile, true);
        add(differences, "cut short", before, after, run -> run.complete() ? "no" : "yes", true);
        add(differences, "target", before, after, run -> run.target().name(), false);
        add(differences, "issuer", before, after, run -> run.target().issuer(), false);
        add(differences, "token endpoint", before, after, run -> run.target().tokenEndpoint(), false);
        add(
                differences,
                "device authorization endpoint",
                before,
                after,
                run -> run.target().deviceAuthorizationEndpoint(),
                false);
        return differences;
    }

    private static void add(
            List<Circumstance> differences,
            String name,
            RunReport before,
            RunReport after,
            Function<RunReport, @Nullable String> value,
            boolean ours) {
        String earlier = String.valueOf(value.apply(before));
        String later = String.valueOf(value.apply(after));
        if (!earlier.equals(later)) {
            differences.add(new Circumstance(name, earlier, later, ours));
        }
    }

    private static Map<String, CheckResult> byId(RunReport run) {
        return run.results().stream()
                .collect(Collectors.toMap(
                        CheckResult::id, Function.identity(), (first, again) -> first, LinkedHashMap::new));
    }
}
