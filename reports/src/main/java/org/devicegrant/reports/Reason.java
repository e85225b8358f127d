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
    /** Between what stood in the way and what to do about it. */
    private static final String WAY_OUT = " Way out: ";

    private static final String MISSING_KEY = "The target file does not give ";

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
        String[] parts = result.message().split(WAY_OUT, 2);
        String wayOut = parts.length > 1 ? parts[1] : result.fix();
        if (wayOut.isBlank() && parts[0].startsWith(MISSING_KEY)) {
            wayOut = "Give it, if the server can do this.";
        }
        return new Reason(result.verdict(), parts[0], wayOut, List.of(result.id()));
    }

    private Reason together(Reason other) {
        List<String> both = new ArrayList<>(ids);
        both.addAll(other.ids);
        return new Reason(verdict, message, wayOut, both);
    }
}
