package org.devicegrant.reports;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/** What is said once about a server's dialect, the same in every format. */
public final class DialectWords {
    private DialectWords() {}

    /** One sentence, or nothing if the server speaks none. */
    public static String sentence(RunReport run) {
        RunReport.Dialect dialect = run.dialect();
        if (dialect == null) {
            return "";
        }
        List<String> counts = new ArrayList<>();
        add(counts, run, Verdict.FAIL, "failures");
        add(counts, run, Verdict.WARNING, "warnings");
        add(counts, run, Verdict.INCONCLUSIVE, "results that could not be judged");
        return "This server speaks the dialect " + dialect.name()
                + (counts.isEmpty() ? "" : ", which explains " + String.join(" and ", counts))
                + ": " + dialect.words() + ".";
    }

    private static void add(List<String> counts, RunReport run, Verdict verdict, String words) {
        long all = run.counts().getOrDefault(verdict, 0);
        long explained = run.results().stream()
                .filter(result -> result.verdict() == verdict)
                .filter(result ->
                        run.dialect() != null && run.dialect().explains().contains(result.id()))
                .count();
        if (explained > 0) {
            counts.add(explained + " of " + all + " " + words);
        }
    }
}
