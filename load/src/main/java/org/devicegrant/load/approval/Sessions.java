package org.devicegrant.load.approval;

/** How approvals use browser sessions: what many people do, or what one does with many devices. */
public enum Sessions {
    /** Every code in a session of its own, with its own sign-in. */
    OWN,
    /**
     * Users stay signed in and approve one code after the other. Some servers keep one grant for all codes that a session
     * has approved, and take it back when one of these is redeemed twice.
     */
    KEPT
}
