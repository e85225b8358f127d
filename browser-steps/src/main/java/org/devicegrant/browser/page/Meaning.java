package org.devicegrant.browser.page;

/** What a phrase on a page can mean; each word list has a line for each of them. */
public enum Meaning {
    APPROVE,
    REFUSE,
    /** Goes on to the next page without deciding. */
    PROCEED,
    SIGN_IN,
    USERNAME,
    PASSWORD,
    CODE,
    SHOW_PASSWORD,
    /** Controls that must be left alone: logout, delete, forgotten password, language, registration. */
    NEVER,
    /** Speaks of cookies. */
    COOKIE,
    /** Closes a banner with as little consent as there is. */
    DISMISS,
    /** Text of a page that asks for a decision. */
    ASKS,
    /** Text of a page that offers several accounts. */
    ACCOUNTS,
    SUCCESS,
    REFUSED,
    WRONG_CODE,
    EXPIRED,
    LOCKED_OUT,
    WRONG_LOGIN,
    FAILED,
    /** Fields that are neither code nor login. */
    SEARCH,
    /** Boxes to leave unticked. */
    MARKETING,
    /** Codes that come from elsewhere than the device. */
    NUMBER_WORD
}
