package org.devicegrant.conformance.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.devicegrant.conformance.requirement.Selection;
import org.jspecify.annotations.Nullable;

/**
 * How to run.
 *
 * @param out directory for screenshots, or null to keep none
 * @param selection which requirements the run is about
 * @param maxWait checks that would need longer waits are inconclusive
 * @param parallel how many checks may be under way at once; they mostly wait
 * @param asksAgain whether checks that met what may pass are asked a second time, which may take as long as a code lives
 */
public record RunOptions(@Nullable Path out, Selection selection, Duration maxWait, int parallel, boolean asksAgain) {
    /** More than there are checks, so that every wait overlaps every other. */
    public static final int ALL_AT_ONCE = 256;

    /** Everything, at once, with waits of up to a quarter of an hour. */
    public static RunOptions defaults() {
        return new RunOptions(null, Selection.everything(), Duration.ofMinutes(15), ALL_AT_ONCE, true);
    }

    public RunOptions including(List<String> patterns) {
        return selecting(new Selection(patterns, selection.exclude(), selection.profile()));
    }

    public RunOptions selecting(Selection other) {
        return new RunOptions(out, other, maxWait, parallel, asksAgain);
    }

    public RunOptions into(Path directory) {
        return new RunOptions(directory, selection, maxWait, parallel, asksAgain);
    }

    public RunOptions waitingAtMost(Duration longest) {
        return new RunOptions(out, selection, longest, parallel, asksAgain);
    }

    /** For runs that have to be short rather than complete. */
    public RunOptions askingOnce() {
        return new RunOptions(out, selection, maxWait, parallel, false);
    }
}
