package org.devicegrant.browser.walk;

/** What was last done, by its meaning. */
enum Deed {
    NOTHING,
    CODE,
    CONFIRMATION,
    NAME,
    PASSWORD,
    ACCOUNT,
    APPROVAL,
    REFUSAL,
    /** Pressed something that leads on without a known meaning. */
    ONWARD,
    DISMISSAL,
    SCRIPT
}
