package org.devicegrant.load.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.devicegrant.load.step.Device.UserSide;
import org.devicegrant.load.target.Approving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code approval.command} for each code. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CommandApprovalsTest {
    @TempDir
    Path directory;

    private final UserSide code = new UserSide("WDJB", "http://as/device", "http://as/device?user_code=WDJB");

    @Test
    void theCommandGetsEverythingInItsEnvironment() throws IOException {
        approvals("printf '%s ' \"$DECISION\" \"$USER_CODE\" \"$VERIFICATION_URI\" \"$VERIFICATION_URI_COMPLETE\""
                        + " \"$USERNAME\" \"$PASSWORD\" > seen")
                .approve(code);

        assertThat(Files.readString(directory.resolve("seen")))
                .isEqualTo("approve WDJB http://as/device http://as/device?user_code=WDJB alice secret ");
    }

    @Test
    void anotherExitCodeThanZeroIsNoApproval() {
        assertThatThrownBy(() -> approvals("exit 3").approve(code))
                .isInstanceOf(ApprovalFailed.class)
                .hasMessage("approval.command ended with exit code 3");
    }

    @Test
    void aCommandThatHangsIsEnded() {
        assertThatThrownBy(() -> approvals("sleep 60").approve(code))
                .isInstanceOf(ApprovalFailed.class)
                .hasMessageContaining("did not end within");
    }

    @Test
    void aCommandThatDoesNotExistIsSaid() {
        Approving approving = new Approving(List.of("./nowhere"), directory, "alice", "secret", Duration.ofSeconds(2));

        assertThatThrownBy(() -> new CommandApprovals(approving).approve(code))
                .isInstanceOf(ApprovalFailed.class)
                .hasMessage("approval.command could not be started");
    }

    private Approvals approvals(String script) {
        return new CommandApprovals(
                new Approving(List.of("/bin/sh", "-c", script), directory, "alice", "secret", Duration.ofSeconds(2)));
    }
}
