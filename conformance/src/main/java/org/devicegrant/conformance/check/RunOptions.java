package org.devicegrant.conformance.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to run.
 *
 * @param out directory for screenshots and exchanges as they come, or null to keep nothing on disk
 * @param profile name of the profile the run is graded under
 * @param include requirement ids, globs or groups; empty means all
 * @param exclude requirement ids, globs or groups
 * @param maxWait checks that would need longer waits are inconclusive
 * @param parallel how many checks may be under way at once; they mostly wait
 */
public record RunOptions(
        @Nullable Path out,
        String profile,
        List<String> include,
        List<String> exclude,
        Duration maxWait,
        int parallel) {
    /** More than there are checks, so that every wait overlaps every other. */
    public static final int ALL_AT_ONCE = 256;

    public RunOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Everything, at once, with waits of up to a quarter of an hour. */
    public static RunOptions defaults() {
        return new RunOptions(null, "all", List.of(), List.of(), Duration.ofMinutes(15), ALL_AT_ONCE);
    }

    public RunOptions including(String... ids) {
        return new RunOptions(out, profile, List.of(ids), exclude, maxWait, parallel);
    }

    public RunOptions into(Path directory) {
        return new RunOptions(directory, profile, include, exclude, maxWait, parallel);
    }

    public RunOptions waitingAtMost(Duration longest) {
        return new RunOptions(out, profile, include, exclude, longest, parallel);
    }
}
