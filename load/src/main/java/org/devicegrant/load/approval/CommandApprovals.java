package org.devicegrant.load.approval;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.devicegrant.load.step.Device.UserSide;
import org.devicegrant.load.target.Approving;

/** Runs {@code approval.command} of the target file for each code; exit code 0 says that it was approved. */
public final class CommandApprovals implements Approvals {
    private final Approving approving;

    /** With the command and the user of the target file. */
    public CommandApprovals(Approving approving) {
        this.approving = approving;
    }

    @Override
    public void approve(UserSide code) {
        ProcessBuilder builder = new ProcessBuilder(approving.command())
                // Its output may show the code or the password, so it is not kept.
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        if (!approving.directory().toString().isEmpty()) {
            builder.directory(approving.directory().toFile());
        }
        Map<String, String> environment = builder.environment();
        environment.put("DECISION", "approve");
        environment.put("USER_CODE", code.userCode());
        environment.put("VERIFICATION_URI", code.verificationUri());
        if (code.complete() != null) {
            environment.put("VERIFICATION_URI_COMPLETE", code.complete());
        }
        environment.put("USERNAME", approving.username());
        environment.put("PASSWORD", approving.password());
        run(builder);
    }

    @Override
    public String by() {
        return "approval.command";
    }

    private void run(ProcessBuilder builder) {
        Process process = start(builder);
        try {
            if (!process.waitFor(approving.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ApprovalFailed("approval.command did not end within "
                        + approving.patience().toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new ApprovalFailed("approval.command ended with exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApprovalFailed("the run ended while approval.command ran");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ApprovalFailed("approval.command could not be started");
        }
    }
}
