package org.devicegrant.browser;

/** What a page asks of the user, or tells. */
public enum PageKind {
    CODE_ENTRY,
    /** The code is filled in or shown already; one control goes on. */
    CODE_CONFIRMATION,
    LOGIN,
    ACCOUNT_CHOICE,
    /** Asks to approve or to refuse. */
    DECISION,
    /** Says that the device may go on. */
    SUCCESS,
    /** Says that the request was refused by the user. */
    REFUSED,
    /** Says that the code is wrong, used or unknown. */
    WRONG_CODE,
    EXPIRED,
    /** Says that there were too many attempts. */
    LOCKED_OUT,
    /** Says that name or password are wrong. */
    WRONG_LOGIN,
    ERROR,
    BLANK,
    UNKNOWN
}
