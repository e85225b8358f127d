package org.devicegrant.conformance.flow;

import java.time.Duration;
import java.util.Optional;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Http;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.jspecify.annotations.Nullable;

/**
 * One check's way to the server. Everything sent through it is recorded under that check.
 *
 * @param check id of the requirement
 * @param urgency who goes first when request starts are rationed
 */
public record Wire(String check, Urgency urgency, Http http, Clock clock, Pace pace) {
    /** No server may make a run wait longer than this between two tries. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(60);
    /** A third of the time for which the harness's own assertions are good. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    /**
     * Sends once, in turn.
     *
     * @throws TooLate if the turn came so late that what the request carries may no longer be good
     */
    public Answer send(Request request) {
        return send(request, urgency);
    }

    /** Sends once, with another urgency. */
    public Answer send(Request request, Urgency how) {
        if (!request.ages()) {
            pace.take(how);
            return http.send(check, request);
        }
        long made = clock.nanos();
        pace.take(how.compareTo(Urgency.WAIT) < 0 ? how : Urgency.WAIT);
        if (clock.nanos() - made > FRESH.toNanos()) {
            throw new TooLate("a request waited so long for its turn that the proof of its moment was stale");
        }
        return http.send(check, request);
    }

    /** Sends once and at once: for bursts that a check needs. */
    public Answer burst(Request request) {
        return http.send(check, request);
    }

    /**
     * Sends in turn; an answer that says nothing about the grant (429 without {@code slow_down}, a gateway's 502 to 504,
     * a broken connection) is asked again once after the pause that the server names.
     *
     * @throws Inconclusive if the second answer is of that kind too, or an error that may come from the repetition alone
     */
    public Answer politely(Request request) {
        return politely(request, urgency);
    }

    /** As {@link #politely(Request)} with another urgency. */
    public Answer politely(Request request, Urgency how) {
        Answer first = attempt(request, how);
        if (first != null && !first.overloaded()) {
            return first;
        }
        clock.sleep(first == null ? Duration.ofSeconds(1) : retryAfter(first));
        Answer second = send(request, how);
        if (second.overloaded()) {
            throw new Momentary(
                    "the server answered " + second.gist() + " twice, "
                            + retryAfter(second).toSeconds() + " s apart",
                    "lower timing.starts_per_second, or lift the rate limit for the harness");
        }
        boolean lost = first == null || first.fromGateway() || request.ages();
        if (lost && second.error() != null && !second.isError(ErrorCodes.AUTHORIZATION_PENDING)) {
            // A code, an assertion or an interval may have been used up by the request whose answer was lost.
            throw new Momentary(
                    "one request got " + (first == null ? "no answer" : first.gist()) + ", so that " + second.gist()
                            + ", which it got when it was repeated, may be its own consequence",
                    "run on a less busy machine or network");
        }
        return second;
    }

    /** Sends once, in turn; empty if the connection ended without an answer. */
    public Optional<Answer> tryOnce(Request request) {
        return Optional.ofNullable(attempt(request, urgency));
    }

    /** Sends once, in turn, where nobody may be listening; empty if no answer came. */
    public Optional<Answer> attempt(Request request) {
        return Optional.ofNullable(attempt(request, urgency));
    }

    private @Nullable Answer attempt(Request request, Urgency how) {
        try {
            return send(request, how);
        } catch (Unanswered e) {
            return null;
        }
    }

    private static Duration retryAfter(Answer answer) {
        String value = answer.header("Retry-After");
        if (value == null || !value.matches("\\d{1,6}")) {
            return Duration.ofSeconds(2);
        }
        Duration named = Duration.ofSeconds(Long.parseLong(value));
        return named.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : named;
    }
}
