package org.devicegrant.conformance.cli;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.check.ConformanceRun;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;

/** What a finished run amounts to under the options of the command line. */
final class Grading {
    private Grading() {}

    static RunReport of(ConformanceRun.Outcome outcome, List<String> notes, boolean warningsFail) {
        RunReport report = outcome.report();
        int code =
                ExitCodes.of(report.results(), warningsFail, !outcome.faults().isEmpty());
        List<String> all = new ArrayList<>(notes);
        all.addAll(report.notes());
        return with(report, report.profile(), code, report.results(), all);
    }

    /** The same run with other results. */
    static RunReport with(RunReport run, String profile, int code, List<CheckResult> results, List<String> notes) {
        return new RunReport(
                run.tool(),
                run.target(),
                profile,
                run.started(),
                run.durationMs(),
                code,
                run.complete(),
                results,
                run.clients(),
                run.polling(),
                run.criticalPathMs(),
                notes);
    }
}
