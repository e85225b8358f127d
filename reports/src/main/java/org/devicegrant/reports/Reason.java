package org.devicegrant.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * Why some requirements could not be judged: those with one message are one reason, the most frequent first.
 *
 * @param verdict INCONCLUSIVE or SKIPPED
 * @param message what stood in the way
 * @param wayOut what to do about it, or empty
 * @param ids the requirements concerned, in catalogue order
 */
public record Reason(Verdict verdict, String message, String wayOut, List<String> ids) {

    public Reason {
        ids = List.copyOf(ids);
    }

    /** How many requirements it concerns. */
    public int count() {
        return ids.size();
    }

    /** The reasons of a run: what was inconclusive first, then what was skipped. */
    public static List<Reason> of(RunReport run) {
        Map<List<Object>, Reason> reasons = new LinkedHashMap<>();
        run.results().stream()
                .filter(result -> result.verdict() == Verdict.INCONCLUSIVE || result.verdict() == Verdict.SKIPPED)
                .forEach(result -> reasons.merge(
                        List.of(result.verdict(), result.message(), result.fix()), of(result), Reason::together));
        List<Reason> sorted = new ArrayList<>(reasons.values());
        sorted.sort(Comparator.comparing((Reason reason) -> reason.verdict() == Verdict.SKIPPED)
                .thenComparing(Comparator.comparingInt(Reason::count).reversed()));
        return sorted;
    }

    private static Reason of(CheckResult result) {
        return new Reason(result.verdict(), result.message(), result.fix(), List.of(result.id()));
    }

    private Reason together(Reason other) {
        List<String> both = new ArrayList<>(ids);
        both.addAll(other.ids);
        return new Reason(verdict, message, wayOut, both);
    }
}
