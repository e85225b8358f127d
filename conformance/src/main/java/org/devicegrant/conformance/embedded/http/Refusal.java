package org.devicegrant.conformance.embedded.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with an OAuth error (RFC 6749 section 5.2, RFC 8628 section 3.5). Carries no stack trace: it is an
 * ordinary outcome, many thousand times a second.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final String description;
    private final int status;
    private final transient Headers headers;
    private final Duration delay;

    private Refusal(String error, String description, int status, Headers headers, Duration delay) {
        super(error, null, false, false);
        this.error = error;
        this.description = description;
        this.status = status;
        this.headers = headers;
        this.delay = delay;
    }

    /** An error with status 400; {@code description} is fixed text of the server, never an echo. */
    public static Refusal of(String error, String description) {
        return new Refusal(error, description, 400, Headers.none(), Duration.ZERO);
    }

    public static Refusal invalidRequest(String description) {
        return of("invalid_request", description);
    }

    public static Refusal invalidClient(String description) {
        return of("invalid_client", description);
    }

    public static Refusal invalidGrant(String description) {
        return of("invalid_grant", description);
    }

    public static Refusal invalidScope(String description) {
        return of("invalid_scope", description);
    }

    public static Refusal unauthorizedClient(String description) {
        return of("unauthorized_client", description);
    }

    /** This refusal with another status. */
    public Refusal status(int changed) {
        return new Refusal(error, description, changed, headers, delay);
    }

    /** This refusal with another error code. */
    public Refusal error(String changed) {
        return new Refusal(changed, description, status, headers, delay);
    }

    /** This refusal with one more header. */
    public Refusal header(String name, @Nullable String value) {
        return value == null ? this : new Refusal(error, description, status, headers.with(name, value), delay);
    }

    /** This refusal, held back. */
    public Refusal delay(Duration changed) {
        return new Refusal(error, description, status, headers, changed);
    }

    /** The OAuth error code. */
    public String error() {
        return error;
    }

    /** Text for developers, in the characters that RFC 6749 section 5.2 allows. */
    public String description() {
        return description;
    }

    public int status() {
        return status;
    }

    public Headers headers() {
        return headers;
    }

    /** The answer, not to be stored by anybody. */
    public Answer answer(boolean described) {
        var body = Json.object().put("error", error);
        if (described) {
            body.put("error_description", description);
        }
        Answer answer = Answer.json(status, body);
        for (Header line : headers) {
            answer = answer.addHeader(line.name(), line.value());
        }
        return answer.header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .delay(delay);
    }
}
