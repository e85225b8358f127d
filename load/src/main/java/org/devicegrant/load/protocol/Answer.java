package org.devicegrant.load.protocol;

import org.jspecify.annotations.Nullable;

/**
 * One answer, as far as a load run needs it.
 *
 * @param kind what it says
 * @param status HTTP status, 0 if none came
 * @param error the OAuth error code if it is a plain word, else null
 * @param retryAfterSeconds value of {@code Retry-After}, or -1
 * @param tokenDigest a number that equal access tokens share, 0 if there is no token
 * @param remark what is wrong with the form of the answer, or null if nothing is
 */
public record Answer(
        AnswerKind kind,
        int status,
        @Nullable String error,
        int retryAfterSeconds,
        long tokenDigest,
        @Nullable String remark) {

    /** No complete answer; {@code reason} says why, without any secret. */
    public static Answer none(String reason) {
        return new Answer(AnswerKind.NO_ANSWER, 0, null, -1, 0, reason);
    }

    /** For people, for example {@code HTTP 400 slow_down}. */
    public String text() {
        String what = error != null ? error : kind.word();
        String form = remark == null ? "" : " (" + remark + ")";
        return status == 0 ? what + form : "HTTP " + status + " " + what + form;
    }
}
