package org.devicegrant.load.result;

import java.util.List;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.guard.Guards;
import org.devicegrant.load.measure.Answers;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.scenario.Outcome;
import org.devicegrant.load.scenario.Outcome.Closing;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.devicegrant.reports.model.LoadReport.LoadObjective;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param objectives each with what was measured
 * @param errors failures and missing answers among all requests that count, from 0 to 1
 * @param limitedBy what kept the figures from being better
 * @param stopped why it ended before its time, or null if it did not
 * @param exitCode of the process
 */
public record Ending(
        List<LoadObjective> objectives,
        double errors,
        LimitedBy limitedBy,
        @Nullable String stopped,
        int exitCode) {
    private static final int VIOLATED = 1;
    private static final int MISSED = 6;
    private static final int OWN_FAULT = 70;

    public Ending {
        objectives = List.copyOf(objectives);
    }

    /** From what was measured, unless the scenario itself knows better. */
    static Ending of(Outcome outcome, Objectives asked, Guards guards) {
        Measured measured = outcome.measured();
        Closing closing = outcome.closing();
        double errors = errors(measured);
        List<LoadObjective> objectives =
                (closing == null ? asked : closing.objectives()).judge(measured.distribution(outcome.judged()), errors);
        if (closing != null) {
            return new Ending(objectives, errors, closing.limitedBy(), closing.stopped(), closing.exitCode());
        }
        boolean missed = objectives.stream().anyMatch(objective -> !objective.met());
        boolean bad = missed || !outcome.keptUp() || errors > 0;
        boolean broken = measured.violations().total() > 0;
        return new Ending(
                objectives,
                errors,
                limitedBy(guards, bad),
                measured.stopped(),
                exitCode(measured.mishaps().outOfMemory(), missed, measured.failed(), broken));
    }

    /**
     * The exit code, the first of these that is true; 0 if none is.
     *
     * @param ownFault the generator itself gave out
     * @param missed an objective was missed
     * @param failed the server answered no more
     * @param broken the protocol was broken
     */
    public static int exitCode(boolean ownFault, boolean missed, boolean failed, boolean broken) {
        if (ownFault) {
            return OWN_FAULT;
        }
        if (missed) {
            return MISSED;
        }
        return failed ? LoadRefused.NO_FLOW : broken ? VIOLATED : 0;
    }

    /** Whether a process with this exit code gave out itself. */
    public static boolean ownFault(int exitCode) {
        return exitCode == OWN_FAULT;
    }

    private static double errors(Measured measured) {
        Answers answers = measured.answers();
        long all = answers.total() + measured.unanswered();
        return all == 0 ? 0 : (double) (answers.failures() + measured.unanswered()) / all;
    }

    private static LimitedBy limitedBy(Guards guards, boolean bad) {
        if (guards.failed() || (bad && guards.disturbed())) {
            return LimitedBy.GENERATOR;
        }
        return bad ? LimitedBy.SERVER : LimitedBy.NONE;
    }
}
