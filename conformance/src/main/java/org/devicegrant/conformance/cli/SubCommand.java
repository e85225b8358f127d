package org.devicegrant.conformance.cli;

import java.util.Map;

/**
 * A subcommand that another module adds; found by {@link java.util.ServiceLoader}. Its exceptions are told to the user
 * as those of the built-in ones are: {@link UsageFault} for a wrong command line, anything unexpected as a fault of the
 * harness.
 */
public interface SubCommand {
    /**
     * A fresh object with picocli's annotations, a {@code Callable<Integer>} that returns the exit code. It writes to
     * {@code spec.commandLine().getOut()} and {@code getErr()}.
     */
    Object command();

    /** The load scenarios that the command offers, each with a sentence, for {@code list scenarios}. */
    default Map<String, String> scenarios() {
        return Map.of();
    }
}
