package org.devicegrant.conformance.cli;

import com.nimbusds.jose.jwk.JWK;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.reports.pack.PackRefused;
import org.devicegrant.reports.pack.PackVerification;
import org.devicegrant.reports.pack.PackVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-pack}: whether an evidence pack is what a run has left. */
@Command(
        name = "verify-pack",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Checks an evidence pack offline: that nothing was altered, and that it says what it is said to say.",
            "Exit code 0 if it holds, whatever the run has found; 1 if it is refused."
        })
final class VerifyPackCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The pack.")
    Path file;

    @Option(names = "--key", paramLabel = "JWK", description = "File with the public key that must have signed it.")
    Path key;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new UsageFault("there is no file " + file);
        }
        JWK trusted = key == null ? null : PackOptions.jwk(key, "--key");
        try {
            tell(new PackVerifier(trusted).verify(file));
            return ExitCodes.CONFORMS;
        } catch (PackRefused e) {
            spec.commandLine().getErr().println("device-grant: " + file + " is refused: " + e.getMessage());
            return ExitCodes.FAILED;
        }
    }

    private void tell(PackVerification verification) {
        PrintWriter out = spec.commandLine().getOut();
        var run = verification.run();
        out.println(file + " holds: nothing was altered.");
        out.println("Run of " + run.started() + " at " + run.target().name() + ", "
                + run.tool().name() + " " + run.tool().version() + ", catalogue "
                + run.tool().catalogue() + ", profile " + run.profile());
        out.println("Verdicts: " + Progress.counted(run.counts()));
        out.println("Exit code of the run: " + run.exitCode());
        String signer = verification.signer();
        out.println(signer == null ? "Not signed." : "Signed by the key with the thumbprint " + signer);
        verification.remarks().forEach(out::println);
        out.flush();
    }
}
