package org.devicegrant.conformance.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.conformance.target.InvalidTarget;
import org.devicegrant.reports.UnreadableReport;
import org.devicegrant.reports.baseline.WrongBaseline;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one message, and picks the exit code. A stack trace is only for {@code --verbose}. */
final class Faults {
    private Faults() {}

    /** The command line cannot be understood. */
    static int wrongUsage(ParameterException thrown, String[] arguments) {
        CommandLine command = thrown.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("device-grant: " + thrown.getMessage());
        UnmatchedArgumentException.printSuggestions(thrown, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCodes.WRONG_USAGE;
    }

    /** A command gave up. */
    static int tell(Exception thrown, CommandLine command, boolean verbose) {
        PrintWriter err = command.getErr();
        int code = code(thrown);
        err.println("device-grant: " + (code == ExitCodes.OUR_FAULT ? ourFault(thrown, verbose) : thrown.getMessage()));
        if (verbose) {
            thrown.printStackTrace(err);
        }
        return code;
    }

    private static int code(Exception thrown) {
        if (thrown instanceof Unusable unusable) {
            return unusable.targetFile() ? ExitCodes.WRONG_USAGE : ExitCodes.UNREACHABLE;
        }
        boolean wrong = thrown instanceof UsageFault
                || thrown instanceof InvalidTarget
                || thrown instanceof WrongBaseline
                || thrown instanceof UnreadableReport
                || thrown instanceof UncheckedIOException;
        return wrong ? ExitCodes.WRONG_USAGE : ExitCodes.OUR_FAULT;
    }

    /** The message of an unexpected exception may hold anything, so only its kind is shown. */
    private static String ourFault(Exception thrown, boolean verbose) {
        return "a fault of the harness, not of the server (" + thrown.getClass().getSimpleName() + ")."
                + (verbose ? "" : " Run again with --verbose for details, and report it.");
    }
}
