package org.devicegrant.conformance.dialect;

import java.util.List;
import java.util.Set;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * A dialect that was heard.
 *
 * @param dialect which
 * @param exchanges one for each of its habits
 */
public record Heard(Dialect dialect, List<Integer> exchanges) {
    private static final Set<Verdict> IN_NEED = Set.of(Verdict.FAIL, Verdict.WARNING, Verdict.INCONCLUSIVE);

    public Heard {
        exchanges = List.copyOf(exchanges);
    }

    /** In one sentence, for those who have no results yet. */
    public String sentence() {
        return "this server speaks the dialect " + dialect.name() + ": " + dialect.words();
    }

    /** With the results that it explains. */
    public RunReport.Dialect explaining(List<CheckResult> results) {
        List<String> explained = results.stream()
                .filter(result -> IN_NEED.contains(result.verdict()))
                .filter(this::explains)
                .map(CheckResult::id)
                .toList();
        return new RunReport.Dialect(dialect.name(), dialect.words(), explained, exchanges);
    }

    private boolean explains(CheckResult result) {
        String said = result.id() + " " + result.message() + " " + result.actual();
        return dialect.traces().matcher(said).find();
    }
}
