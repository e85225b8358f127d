package org.devicegrant.load.step;

/** What has to hold for every answer of a run, however fast it comes. */
public enum Invariant {
    ONE_TOKEN_SET(
            "one-token-set-per-code",
            "A code yields at most one token set (RFC 8628 section 3.5, RFC 6749 section 4.1.2)."),
    APPROVAL_IS_SEEN(
            "not-pending-after-approval", "After an approval was confirmed, a poll is not answered as pending."),
    LAWFUL_POLLER(
            "no-slow-down-for-a-lawful-poller",
            "Who keeps the interval is not told to slow down (RFC 8628 section 3.5)."),
    BURST("slow-down-for-a-burst", "Where the server enforces the interval, a poll within it is told to slow down."),
    NOT_EARLY("no-early-expiry", "A code lives as long as expires_in says (RFC 8628 section 3.2)."),
    NOT_LATE("no-late-expiry", "A code is dead once expires_in is over (RFC 8628 section 3.2)."),
    OWN_ANSWER("no-foreign-answer", "Codes and tokens are unique, and nobody is decided about who was not."),
    KNOWN_CODE(
            "live-code-is-known",
            "A code that is alive is not answered with invalid_grant or an error outside the grant."),
    WELL_FORMED(
            "answer-is-oauth",
            "No answer is a server error, a redirect, HTML, empty or missing its members (RFC 6749 sections 5.1 and 5.2)."),
    ISSUED("code-is-issued", "A device authorization request is answered with codes (RFC 8628 section 3.2).");

    private final String id;
    private final String sentence;

    Invariant(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    /**
     * Whether a server breaks it when there is simply too much to do: then it answers with errors. Those count as
     * failures too, and tell what a server carries; everything else is wrong at any load.
     */
    public boolean breaksUnderLoad() {
        return this == WELL_FORMED || this == ISSUED;
    }

    /** Name in reports. */
    public String id() {
        return id;
    }

    /** The rule in one sentence, with its source. */
    public String sentence() {
        return sentence;
    }
}
