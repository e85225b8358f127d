package org.devicegrant.reports.compare;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/** Grades a finished run under another profile. */
public final class Regrading {

    private static final String EVERYTHING = "all";

    private final Map<String, Set<String>> profiles;
    private final ToIntFunction<List<CheckResult>> exitCode;

    /**
     * @param profiles the profiles each requirement belongs to besides {@code all}, by its id
     * @param exitCode the exit code that results call for
     */
    public Regrading(Map<String, Set<String>> profiles, ToIntFunction<List<CheckResult>> exitCode) {
        this.profiles = Map.copyOf(profiles);
        this.exitCode = exitCode;
    }

    /**
     * The same run under {@code profile}. What the profile leaves out is SKIPPED; what the profile asks for and the run
     * was not asked for is INCONCLUSIVE, because it was never tried. A run that was cut short stays so.
     */
    public RunReport under(String profile, RunReport run) {
        List<CheckResult> results = run.results().stream()
                .map(result -> graded(result, profile, run.profile()))
                .toList();
        return new RunReport(
                run.tool(),
                run.target(),
                profile,
                run.started(),
                run.durationMs(),
                exitCode.applyAsInt(results),
                run.complete(),
                results,
                run.clients(),
                run.dialect(),
                run.polling(),
                run.criticalPathMs(),
                run.notes());
    }

    private CheckResult graded(CheckResult result, String profile, String ranUnder) {
        if (!belongs(result.id(), profile)) {
            return with(
                    result,
                    Verdict.SKIPPED,
                    "not part of the profile " + profile + "; the run said " + result.verdict(),
                    "");
        }
        if (!belongs(result.id(), ranUnder)) {
            return with(
                    result,
                    Verdict.INCONCLUSIVE,
                    "the run was made under the profile " + ranUnder + " and did not try this",
                    "Run the checks again with --profile " + profile + ".");
        }
        return result;
    }

    private boolean belongs(String id, String profile) {
        return profile.equals(EVERYTHING) || profiles.getOrDefault(id, Set.of()).contains(profile);
    }

    private static CheckResult with(CheckResult r, Verdict verdict, String message, String fix) {
        return new CheckResult(
                r.id(),
                r.level(),
                r.group(),
                r.source(),
                r.statement(),
                verdict,
                message,
                List.of(),
                "",
                fix,
                r.exchanges(),
                r.screenshots(),
                r.startedMs(),
                r.durationMs(),
                null);
    }
}
