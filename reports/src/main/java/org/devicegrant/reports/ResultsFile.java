package org.devicegrant.reports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/** {@code results.json} as it lies on disk: a run with the version of the format and the counts. */
record ResultsFile(
        int schema,
        RunReport.Tool tool,
        RunReport.Target target,
        String profile,
        Instant started,
        long durationMs,
        int exitCode,
        boolean complete,
        Map<String, Integer> summary,
        List<CheckResult> results,
        List<RunReport.ClientResult> clients,
        RunReport.@Nullable Dialect dialect,
        RunReport.@Nullable Polling polling,
        @Nullable Long criticalPathMs,
        List<String> notes) {

    static final int SCHEMA = 1;

    static ResultsFile of(RunReport run) {
        return new ResultsFile(
                SCHEMA,
                run.tool(),
                run.target(),
                run.profile(),
                run.started(),
                run.durationMs(),
                run.exitCode(),
                run.complete(),
                summary(run),
                run.results(),
                run.clients(),
                run.dialect(),
                run.polling(),
                run.criticalPathMs(),
                run.notes());
    }

    RunReport toRun() {
        return new RunReport(
                tool,
                target,
                profile,
                started,
                durationMs,
                exitCode,
                complete,
                results,
                clients,
                dialect,
                polling,
                criticalPathMs,
                notes);
    }

    private static Map<String, Integer> summary(RunReport run) {
        Map<String, Integer> summary = new LinkedHashMap<>();
        run.counts().forEach((verdict, count) -> summary.put(verdict.name().toLowerCase(Locale.ROOT), count));
        return summary;
    }
}
