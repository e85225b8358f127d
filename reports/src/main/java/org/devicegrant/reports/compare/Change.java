package org.devicegrant.reports.compare;

import java.util.Optional;
import org.devicegrant.reports.baseline.Glob;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What two runs say differently about one requirement.
 *
 * @param id the requirement
 * @param kind what kind of difference
 * @param before the earlier result; null if the earlier catalogue had no such requirement
 * @param after the later result; null if the later catalogue has no such requirement
 * @param ruleChanged whether the requirement itself was changed in between: its statement, level or source
 */
public record Change(
        String id,
        Kind kind,
        @Nullable CheckResult before,
        @Nullable CheckResult after,
        boolean ruleChanged) {

    /** Kinds of difference, the gravest first. */
    public enum Kind {
        BROKEN("Newly broken"),
        OTHERWISE("Fails differently"),
        WORSE("Newly warned about"),
        LOST("No longer judged"),
        REMOVED("No longer in the catalogue"),
        ADDED("New in the catalogue"),
        GAINED("Judged for the first time"),
        BETTER("No longer warned about"),
        MENDED("Mended");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** The difference between two results of one requirement, if it means anything. */
    static Optional<Change> between(String id, @Nullable CheckResult before, @Nullable CheckResult after) {
        Kind kind = kind(before, after);
        return kind == null
                ? Optional.empty()
                : Optional.of(new Change(id, kind, before, after, isRuleChanged(before, after)));
    }

    private static @Nullable Kind kind(@Nullable CheckResult before, @Nullable CheckResult after) {
        if (before == null) {
            return Kind.ADDED;
        }
        if (after == null) {
            return Kind.REMOVED;
        }
        if (before.verdict() == after.verdict()) {
            return isJudged(after) && isSaidDifferently(before, after) ? Kind.OTHERWISE : null;
        }
        if (after.verdict() == Verdict.FAIL) {
            return Kind.BROKEN;
        }
        if (!isJudged(before) || !isJudged(after)) {
            return isJudged(before) ? Kind.LOST : isJudged(after) ? Kind.GAINED : null;
        }
        return before.verdict() == Verdict.FAIL
                ? Kind.MENDED
                : after.verdict() == Verdict.WARNING ? Kind.WORSE : Kind.BETTER;
    }

    private static boolean isJudged(CheckResult result) {
        return switch (result.verdict()) {
            case PASS, FAIL, WARNING -> true;
            case SKIPPED, INCONCLUSIVE, NOT_TESTABLE -> false;
        };
    }

    /** Measured times and digests differ from run to run and mean nothing. */
    private static boolean isSaidDifferently(CheckResult before, CheckResult after) {
        return !Glob.forMessage(before.message()).equals(Glob.forMessage(after.message()));
    }

    private static boolean isRuleChanged(@Nullable CheckResult before, @Nullable CheckResult after) {
        return before != null
                && after != null
                && !(before.statement().equals(after.statement())
                        && before.level() == after.level()
                        && before.source().equals(after.source()));
    }
}
