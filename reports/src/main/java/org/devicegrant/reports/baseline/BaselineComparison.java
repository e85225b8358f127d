package org.devicegrant.reports.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.devicegrant.reports.baseline.BaselineFinding.Kind;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A run held against a baseline.
 *
 * @param results the run's results; those that an entry covers carry its reason
 * @param findings what became of each entry, in the order of the file
 */
public record BaselineComparison(List<CheckResult> results, List<BaselineFinding> findings) {

    /** Exit code of a stale baseline. */
    public static final int STALE = 5;

    public BaselineComparison {
        results = List.copyOf(results);
        findings = List.copyOf(findings);
    }

    /**
     * Compares.
     *
     * @param today an entry is good up to and including its last day
     */
    public static BaselineComparison of(Baseline baseline, List<CheckResult> results, LocalDate today) {
        Map<String, CheckResult> compared = new LinkedHashMap<>();
        results.forEach(result -> compared.put(result.id(), result));
        List<BaselineFinding> findings = new ArrayList<>();
        for (BaselineEntry entry : baseline.entries()) {
            CheckResult result = compared.get(entry.id());
            Kind kind = kind(entry, result, today);
            if (kind == Kind.COVERED && result != null) {
                compared.put(entry.id(), withReason(result, entry.reason()));
            }
            findings.add(new BaselineFinding(kind, entry, explanation(baseline.place(), kind, entry, result)));
        }
        return new BaselineComparison(List.copyOf(compared.values()), findings);
    }

    /** Whether an entry no longer fails, fails differently, has expired or names nothing. */
    public boolean stale() {
        return findings.stream().anyMatch(finding -> finding.kind().stale());
    }

    /** What somebody has to mend in the baseline, one sentence each. */
    public List<String> complaints() {
        return findings.stream()
                .filter(finding -> finding.kind().stale())
                .map(BaselineFinding::explanation)
                .toList();
    }

    /**
     * The exit code of the run. A deviation that no entry speaks of counts first; then a stale baseline; then whatever
     * the results call for.
     *
     * @param grade the exit code that results call for, counting only those without a baseline reason
     */
    public int exitCode(ToIntFunction<List<CheckResult>> grade) {
        int unspokenOf =
                grade.applyAsInt(results.stream().map(this::coveredIfSpokenOf).toList());
        return unspokenOf != 0 || !stale() ? unspokenOf : STALE;
    }

    private CheckResult coveredIfSpokenOf(CheckResult result) {
        return findings.stream()
                .filter(finding -> finding.entry().id().equals(result.id()))
                .findFirst()
                .map(finding -> withReason(result, finding.entry().reason()))
                .orElse(result);
    }

    private static Kind kind(BaselineEntry entry, @Nullable CheckResult result, LocalDate today) {
        if (result == null) {
            return Kind.UNKNOWN;
        }
        if (today.isAfter(entry.until())) {
            return Kind.EXPIRED;
        }
        return switch (result.verdict()) {
            case SKIPPED, INCONCLUSIVE, NOT_TESTABLE -> Kind.NOT_JUDGED;
            case PASS -> Kind.NO_LONGER_FAILING;
            case WARNING ->
                entry.verdict() == Verdict.FAIL ? Kind.NO_LONGER_FAILING : coveredOrDifferent(entry, result);
            case FAIL -> coveredOrDifferent(entry, result);
        };
    }

    private static Kind coveredOrDifferent(BaselineEntry entry, CheckResult result) {
        return entry.verdict() == result.verdict() && entry.message().matches(result.message())
                ? Kind.COVERED
                : Kind.DIFFERENT;
    }

    private static String explanation(String place, Kind kind, BaselineEntry entry, @Nullable CheckResult result) {
        String where = place + " line " + entry.line() + ": " + entry.id() + " ";
        String verdict = result == null ? "" : result.verdict().name();
        String message = result == null ? "" : result.message();
        return where
                + switch (kind) {
                    case COVERED -> "still deviates as described";
                    case NOT_JUDGED -> "was not judged (" + verdict + "), so nothing is known of the deviation";
                    case NO_LONGER_FAILING -> "is now " + verdict + ": take the entry out";
                    case DIFFERENT ->
                        "fails differently, " + verdict + ": \"" + message + "\" does not match \"" + entry.message()
                                + "\": look at the new failure";
                    case EXPIRED -> "was accepted until " + entry.until() + ": mend the server or renew the entry";
                    case UNKNOWN -> "is no requirement of this catalogue: correct the id or take the entry out";
                };
    }

    private static CheckResult withReason(CheckResult r, String reason) {
        return new CheckResult(
                r.id(),
                r.level(),
                r.group(),
                r.source(),
                r.statement(),
                r.verdict(),
                r.message(),
                r.expected(),
                r.actual(),
                r.fix(),
                r.exchanges(),
                r.screenshots(),
                r.startedMs(),
                r.durationMs(),
                reason);
    }
}
