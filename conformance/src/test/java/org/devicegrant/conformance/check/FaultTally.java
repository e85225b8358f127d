package org.devicegrant.conformance.check;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;

/** What bad networks have done, and what came of it: of one run, or of many. */
final class FaultTally {
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private int runs;
    private int unusable;
    private int exchanges;
    private int clockSteps;

    /** A run came to its end; only what a check has said counts, not what no check can say. */
    void judged(ConformanceRun.Outcome outcome) {
        exchanges += outcome.exchanges().size();
        for (CheckResult result : outcome.report().results()) {
            if (CheckIndex.methods().containsKey(result.id()) && !result.id().equals(Proof.LIFETIME_CHOICE)) {
                verdicts.merge(result.verdict(), 1, Integer::sum);
            }
        }
    }

    /** The network was too bad for a run to begin. */
    void unusable() {
        unusable++;
    }

    void suffered(Map<Fault, Integer> counts, int steps) {
        runs++;
        clockSteps += steps;
        counts.forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
    }

    synchronized void add(FaultTally other) {
        runs += other.runs;
        unusable += other.unusable;
        exchanges += other.exchanges;
        clockSteps += other.clockSteps;
        other.faults.forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
        other.verdicts.forEach((verdict, count) -> verdicts.merge(verdict, count, Integer::sum));
    }

    private int spoilt() {
        return faults.entrySet().stream()
                .filter(entry -> entry.getKey() != Fault.NONE)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    public synchronized String toString() {
        return "%d runs (%d of them could not begin), %d exchanges, %d faults (%s, %d steps of the clock), verdicts %s"
                .formatted(runs, unusable, exchanges, spoilt(), kinds(), clockSteps, verdicts);
    }

    private String kinds() {
        return new TreeMap<>(faults)
                .entrySet().stream()
                        .filter(entry -> entry.getKey() != Fault.NONE)
                        .map(entry -> entry.getValue() + " "
                                + entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }
}
