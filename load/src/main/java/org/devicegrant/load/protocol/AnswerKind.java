package org.devicegrant.load.protocol;

import java.util.Arrays;

/** What an answer to a token request, or to a device authorization request, says (RFC 8628 section 3.5). */
public enum AnswerKind {
    /** A device code was issued. */
    AUTHORIZED("device_authorization"),
    PENDING("authorization_pending"),
    SLOW_DOWN("slow_down"),
    TOKEN("token"),
    DENIED("access_denied"),
    EXPIRED("expired_token"),
    INVALID_GRANT("invalid_grant"),
    /** Any other OAuth error with a client error status. */
    OTHER_ERROR("other_error"),
    /** HTTP 429 without an OAuth error of the grant. */
    THROTTLED("http_429"),
    SERVER_ERROR("http_5xx"),
    REDIRECT("redirect"),
    /** HTML, an empty body, no JSON object, or a success without its token. */
    MALFORMED("malformed"),
    /** No complete answer: not connected, cut off or timed out. */
    NO_ANSWER("no_answer");

    private final String word;

    AnswerKind(String word) {
        this.word = word;
    }

    /** The word in reports; the error code itself where there is one. */
    public String word() {
        return word;
    }

    /** Whether such an answer is a failure of the server or of the way to it, whatever the device did. */
    public boolean failure() {
        return switch (this) {
            case OTHER_ERROR, SERVER_ERROR, REDIRECT, MALFORMED, NO_ANSWER, THROTTLED -> true;
            default -> false;
        };
    }

    /** The kind written as an OAuth error code, or {@link #OTHER_ERROR}. */
    static AnswerKind ofError(String error) {
        return switch (error) {
            case "authorization_pending" -> PENDING;
            case "slow_down" -> SLOW_DOWN;
            // The second word is an old name that two large servers still use.
            case "access_denied", "authorization_declined" -> DENIED;
            case "expired_token" -> EXPIRED;
            case "invalid_grant" -> INVALID_GRANT;
            default -> OTHER_ERROR;
        };
    }

    /**
     * The kind that {@link #word} names.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AnswerKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of answer is called \"" + word + "\""));
    }
}
