package org.devicegrant.browser;

/** What the user does on the page that asks for a decision. */
public enum Decision {
    APPROVE,
    REFUSE,
    /** Stops there and leaves the page open. */
    NONE
}
