package org.devicegrant.conformance.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.devicegrant.reports.ConsoleSummary;
import org.devicegrant.reports.Terminal;
import org.devicegrant.reports.model.RunReport;
import picocli.CommandLine.Model.CommandSpec;

/**
 * How a command speaks.
 *
 * @param out results, for programs and people
 * @param err progress and complaints
 * @param terminal what the reader's terminal can do
 * @param rewrites whether a line may be written over, because a person looks on
 * @param verbose whether every verdict and details of faults are welcome
 * @param quiet whether nothing is to be said but complaints and where the result is
 */
record Voice(PrintWriter out, PrintWriter err, Terminal terminal, boolean rewrites, boolean verbose, boolean quiet) {
    /** @throws UsageFault if both {@code --verbose} and {@code --quiet} are asked for */
    static Voice of(CommandSpec spec, Surroundings surroundings, DeviceGrant options) {
        if (options.verbose && options.quiet) {
            throw new UsageFault("either --verbose or --quiet");
        }
        boolean dumb = "dumb".equals(surroundings.environment().get("TERM"));
        return new Voice(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                Terminal.of(surroundings.environment(), surroundings.interactive()),
                surroundings.interactive() && !dumb,
                options.verbose,
                options.quiet);
    }

    /** What is said of a finished run; the last line is where its report is. */
    String summary(RunReport run, Path index) {
        return quiet ? index + "\n" : new ConsoleSummary(terminal).render(run, index.toString());
    }
}
