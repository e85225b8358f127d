package org.devicegrant.load.approval;

/** A code could not be approved. The message holds no code and no password. */
public final class ApprovalFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what was in the way. */
    public ApprovalFailed(String message) {
        super(message);
    }
}
