package org.devicegrant.conformance.check;

import java.util.Collection;
import java.util.List;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;

/** Exit codes of the tool. */
public final class ExitCodes {
    public static final int CONFORMS = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;
    public static final int UNREACHABLE = 3;
    public static final int NOTHING_PROVED = 4;
    public static final int STALE_BASELINE = 5;
    public static final int OBJECTIVE_MISSED = 6;
    public static final int OUR_FAULT = 70;

    private static final List<Level> MUSTS = List.of(Level.MUST, Level.MUST_NOT, Level.REQUIRED);

    private ExitCodes() {}

    /**
     * The exit code that results call for, before a baseline's staleness is looked at.
     *
     * @param warningsFail {@code --fail-on warning}
     * @param fault whether a check ended by a fault of the harness
     */
    public static int of(Collection<CheckResult> results, boolean warningsFail, boolean fault) {
        boolean failed = results.stream()
                .filter(r -> r.baseline() == null)
                .anyMatch(r -> r.verdict() == Verdict.FAIL || (warningsFail && r.verdict() == Verdict.WARNING));
        if (failed) {
            return FAILED;
        }
        if (fault) {
            return OUR_FAULT;
        }
        return provedSomething(results) ? CONFORMS : NOTHING_PROVED;
    }

    /** Whether a requirement that binds was judged; a run that only skipped proves nothing. */
    private static boolean provedSomething(Collection<CheckResult> results) {
        return results.stream()
                .filter(r -> MUSTS.contains(r.level()))
                .anyMatch(r ->
                        r.verdict() == Verdict.PASS || r.verdict() == Verdict.FAIL || r.verdict() == Verdict.WARNING);
    }
}
