package org.devicegrant.conformance.login;

/** A point of a login at which a client reads an answer, in the order in which clients come to them. */
public enum Moment {
    /** OpenID discovery. */
    METADATA("the openid-configuration"),
    /** RFC 8628 section 3.2. */
    CODES("the device authorization response"),
    /** A poll as soon as the codes are there. */
    AT_ONCE("the answer to a first poll at once"),
    /** A poll that follows at once on one with HTTP Basic and an empty secret. */
    ASKED_AGAIN("the answer to a poll that repeats one with HTTP Basic and an empty secret"),
    /** A poll before the user has decided. */
    PENDING("the answer to a poll before the decision"),
    /** A poll that waits a fifth longer than the interval. */
    CALM("the answer to a poll 1.2 intervals after the previous answer"),
    /** The third slow_down to a device that waits 1.4 times as long as it must. */
    THIRD_SLOWED("the answer to the third poll of a device that waits 1.4 times as long as it must"),
    /** RFC 6749 section 5.1. */
    TOKEN("the token response"),
    /** The same, where an OpenID scope was asked for and not taken away. */
    OPENID_TOKEN("the token response to a device that asked for openid");

    private final String words;

    Moment(String words) {
        this.words = words;
    }

    /** For messages. */
    String words() {
        return words;
    }
}
