package org.devicegrant.conformance.user;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.User;

/** Runs {@code approval.command} of the target file; exit code 0 says that the decision was made. */
public final class CommandDecider implements Decider {
    private static final String ADVICE = "run the command by hand with the same environment; it must exit with 0";
    private final Target target;

    public CommandDecider(Target target) {
        this.target = target;
    }

    @Override
    public void decide(Device device, User user, Decision decision) {
        ProcessBuilder builder = new ProcessBuilder(target.approval().command());
        if (!target.directory().toString().isEmpty()) {
            builder.directory(target.directory().toFile());
        }
        Map<String, String> environment = builder.environment();
        environment.put("DECISION", decision == Decision.APPROVE ? "approve" : "refuse");
        environment.put("USER_CODE", device.userCode());
        environment.put("VERIFICATION_URI", device.verificationUri().toString());
        device.verificationUriComplete().ifPresent(uri -> environment.put("VERIFICATION_URI_COMPLETE", uri.toString()));
        environment.put("USERNAME", user.username());
        environment.put("PASSWORD", user.password().reveal());
        builder.redirectErrorStream(true).redirectOutput(new File(nowhere()));
        run(builder);
    }

    /** Its output may show the code or the password, so it is not kept. */
    private static String nowhere() {
        return File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }

    private void run(ProcessBuilder builder) {
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new Inconclusive("approval.command could not be started", ADVICE);
        }
        try {
            long patience = target.approval().patience().toMillis();
            if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
                throw new Inconclusive("approval.command did not end within " + patience / 1000 + " s", ADVICE);
            }
            if (process.exitValue() != 0) {
                throw new Inconclusive("approval.command ended with exit code " + process.exitValue(), ADVICE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Inconclusive("the run was stopped while approval.command ran", "let the run finish");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
