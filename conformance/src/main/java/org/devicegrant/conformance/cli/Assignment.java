package org.devicegrant.conformance.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.devicegrant.conformance.check.RunOptions;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.reports.Format;

/**
 * One conformance run as it was ordered.
 *
 * @param target the server
 * @param options how to run; with a directory
 * @param formats which files to write
 * @param grading what counts as a failed run
 * @param silent whether nobody may be asked
 */
record Assignment(Target target, RunOptions options, Set<Format> formats, Grading grading, boolean silent) {
    Assignment {
        formats = Set.copyOf(formats);
    }

    Path directory() {
        return Objects.requireNonNull(options.out(), "a run of the command line has a directory");
    }
}
