package org.devicegrant.conformance.cli;

import java.io.PrintWriter;
import org.devicegrant.reports.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/**
 * How a command speaks.
 *
 * @param out results, for programs and people
 * @param err progress and complaints
 * @param terminal what the reader's terminal can do
 * @param rewrites whether a line may be written over, because a person looks on
 * @param verbose whether details of faults are welcome
 */
record Voice(PrintWriter out, PrintWriter err, Terminal terminal, boolean rewrites, boolean verbose) {
    static Voice of(CommandSpec spec, Surroundings surroundings, boolean verbose) {
        boolean dumb = "dumb".equals(surroundings.environment().get("TERM"));
        return new Voice(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                Terminal.of(surroundings.environment(), surroundings.interactive()),
                surroundings.interactive() && !dumb,
                verbose);
    }
}
