package org.devicegrant.conformance.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all subcommands. */
@Command(
        name = "device-grant",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Conformance and load harness for the OAuth 2.0 device authorization grant (RFC 8628).",
        footer = {
            "",
            "Exit codes:",
            "   0  conforms (baseline considered)",
            "   1  at least one FAIL, or WARNING with --fail-on warning, that the baseline does not cover",
            "   2  the command line or the target file is wrong",
            "   3  the server cannot be reached, or the control flow does not work at all",
            "   4  nothing was proved",
            "   5  the baseline is stale",
            "   6  a load objective was missed",
            "  70  a fault of the harness itself",
            "",
            "Start with:  device-grant init --issuer https://as.example -o target.yaml",
            "       then  device-grant doctor -c target.yaml",
            "        and  device-grant check -c target.yaml"
        })
final class DeviceGrant implements Runnable {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say every verdict as it comes, and show details where the harness itself goes wrong.")
    boolean verbose;

    @Option(
            names = "--quiet",
            scope = ScopeType.INHERIT,
            description = "Say nothing but complaints and, as the last line, where the result is.")
    boolean quiet;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
