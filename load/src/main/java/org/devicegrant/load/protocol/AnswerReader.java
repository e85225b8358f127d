package org.devicegrant.load.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers. Thread-safe; remembers the last pending answer, because nearly all answers of a run are the same bytes.
 */
public final class AnswerReader {
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z0-9_.-]{1,40}");
    private static final int NONE = -1;

    private volatile @Nullable Known lastPending;

    /**
     * The answer to a token request.
     *
     * @param retryAfter value of the header, or null
     */
    public Answer poll(int status, @Nullable String retryAfter, byte[] body) {
        Known known = lastPending;
        if (known != null && retryAfter == null && status == known.answer.status() && Arrays.equals(body, known.body)) {
            return known.answer;
        }
        Answer answer = read(status, retryAfter, body);
        if (answer.kind() == AnswerKind.PENDING && retryAfter == null && answer.remark() == null) {
            lastPending = new Known(body, answer);
        }
        return answer;
    }

    /** The answer to a device authorization request that was no success, or null if it was one. */
    public @Nullable Answer authorizationFailure(int status, @Nullable String retryAfter, byte[] body) {
        if (status == 200 && authorization(body) != null) {
            return null;
        }
        Answer answer = read(status, retryAfter, body);
        String remark = answer.remark() == null ? "no device code" : answer.remark();
        return answer.kind() == AnswerKind.TOKEN
                ? new Answer(AnswerKind.MALFORMED, status, null, answer.retryAfterSeconds(), 0, remark)
                : answer;
    }

    /** The device authorization response in a body, or null if a required member is missing. */
    public static @Nullable Authorization authorization(byte[] body) {
        Members members = Members.of(body);
        if (members == null) {
            return null;
        }
        String deviceCode = members.text("device_code");
        String userCode = members.text("user_code");
        // The second name is from drafts; one large server still sends it.
        String uri = members.text("verification_uri") != null
                ? members.text("verification_uri")
                : members.text("verification_url");
        long lifetime = members.seconds("expires_in", 0);
        if (deviceCode == null || userCode == null || uri == null || lifetime <= 0) {
            return null;
        }
        Duration interval = Duration.ofSeconds(Math.max(0, members.seconds("interval", 5)));
        String complete = members.text("verification_uri_complete");
        return new Authorization(deviceCode, userCode, uri, complete, Duration.ofSeconds(lifetime), interval);
    }

    private static Answer read(int status, @Nullable String retryAfter, byte[] body) {
        int wait = seconds(retryAfter);
        Members members = Members.of(body);
        String error = members == null ? null : members.text("error");
        String token = members == null ? null : members.text("access_token");
        AnswerKind kind = kind(status, members, error, token);
        String word = error != null && ERROR_CODE.matcher(error).matches() ? error : null;
        long digest = kind == AnswerKind.TOKEN && token != null ? Digest.of(token) : 0;
        return new Answer(kind, status, word, wait, digest, remark(status, kind, body));
    }

    private static AnswerKind kind(
            int status, @Nullable Members members, @Nullable String error, @Nullable String token) {
        if (status >= 500) {
            return AnswerKind.SERVER_ERROR;
        }
        if (status >= 300 && status < 400) {
            return AnswerKind.REDIRECT;
        }
        AnswerKind said = error == null ? null : AnswerKind.ofError(error);
        if (status == 429 && (said == null || said == AnswerKind.OTHER_ERROR)) {
            return AnswerKind.THROTTLED;
        }
        if (members == null || (error == null && (token == null || status != 200))) {
            return AnswerKind.MALFORMED;
        }
        return said == null ? AnswerKind.TOKEN : said;
    }

    private static @Nullable String remark(int status, AnswerKind kind, byte[] body) {
        if (kind == AnswerKind.MALFORMED) {
            return body.length == 0 ? "empty body" : html(body) ? "HTML" : "no JSON object with the members required";
        }
        return status == 200 && kind != AnswerKind.TOKEN ? "an error with status 200" : null;
    }

    private static boolean html(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
        return start.stripLeading().startsWith("<");
    }

    /** Only the form in seconds: a date would compare two clocks. */
    private static int seconds(@Nullable String retryAfter) {
        try {
            return retryAfter == null ? NONE : Math.max(NONE, Integer.parseInt(retryAfter.strip()));
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    /** What a body was read as. */
    private record Known(byte[] body, Answer answer) {}
}
