package org.devicegrant.load.approval;

import org.devicegrant.load.step.Device.UserSide;

/** Approves codes as a signed-in user would. Thread-safe. */
public interface Approvals {
    /**
     * Approves one code.
     *
     * @throws ApprovalFailed if the server's pages did not confirm it
     */
    void approve(UserSide code);

    /** Who approves, for reports. */
    String by();
}
