package org.devicegrant.conformance.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.reports.baseline.Baseline;
import org.devicegrant.reports.baseline.BaselineComparison;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * What a finished run amounts to.
 *
 * @param warningsFail whether a WARNING fails it
 * @param baseline known deviations, or null
 * @param today what the baseline's last days are compared with
 */
record Grading(boolean warningsFail, @Nullable Baseline baseline, LocalDate today) {
    /**
     * The run with its exit code; covered deviations carry the baseline's reason, and a stale baseline is noted.
     *
     * @param fault whether a check ended by a fault of the harness
     */
    RunReport grade(RunReport run, boolean fault) {
        if (!run.complete()) {
            return run;
        }
        ToIntFunction<List<CheckResult>> grade = results -> ExitCodes.of(results, warningsFail, fault);
        if (baseline == null) {
            return with(run, grade.applyAsInt(run.results()), run.results(), run.notes());
        }
        BaselineComparison comparison = BaselineComparison.of(baseline, run.results(), today);
        return with(run, comparison.exitCode(grade), comparison.results(), notes(run, comparison.complaints()));
    }

    /** The same run with a note in front. */
    static RunReport noted(RunReport run, List<String> notes) {
        return with(run, run.exitCode(), run.results(), notes(run, notes));
    }

    private static List<String> notes(RunReport run, List<String> first) {
        List<String> all = new ArrayList<>(first);
        all.addAll(run.notes());
        return all;
    }

    private static RunReport with(RunReport run, int code, List<CheckResult> results, List<String> notes) {
        return new RunReport(
                run.tool(),
                run.target(),
                run.profile(),
                run.started(),
                run.durationMs(),
                code,
                run.complete(),
                results,
                run.clients(),
                run.dialect(),
                run.polling(),
                run.criticalPathMs(),
                notes);
    }
}
