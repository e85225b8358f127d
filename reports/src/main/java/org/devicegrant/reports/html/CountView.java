package org.devicegrant.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * How many requirements carry a verdict.
 *
 * @param look how the verdict is written
 * @param count how many
 * @param from start of its share of the bar in per cent
 * @param width its share of the bar in per cent
 */
public record CountView(VerdictLook look, int count, String from, String width) {

    private static final List<Verdict> WORST_FIRST = List.of(
            Verdict.FAIL, Verdict.WARNING, Verdict.INCONCLUSIVE, Verdict.SKIPPED, Verdict.NOT_TESTABLE, Verdict.PASS);

    /** The counts of {@code run}, the worst verdict first. */
    public static List<CountView> of(RunReport run) {
        List<CountView> counts = new ArrayList<>();
        int before = 0;
        for (Verdict verdict : WORST_FIRST) {
            int count = run.counts().getOrDefault(verdict, 0);
            int all = Math.max(1, run.results().size());
            counts.add(new CountView(VerdictLook.of(verdict), count, percent(before, all), percent(count, all)));
            before += count;
        }
        return counts;
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.3f%%", 100.0 * part / whole);
    }
}
