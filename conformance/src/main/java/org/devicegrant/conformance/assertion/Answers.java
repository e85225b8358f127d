package org.devicegrant.conformance.assertion;

import java.util.Set;
import java.util.regex.Pattern;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** Outcomes of requests to the device authorization and token endpoints. */
public final class Answers {
    private static final Pattern INSIDE = Pattern.compile("\\bat [\\w.$/]+\\([\\w$]+\\.(java|kt|scala|groovy):\\d+\\)"
            + "|Traceback \\(most recent call last\\)|\\bat .{1,200}\\.[jt]s:\\d+:\\d+|goroutine \\d+ \\[|in [\\w/.]+\\.(php|cs):"
            + "|SQLSTATE|SQLException|ORA-\\d{5}|syntax error at or near|You have an error in your SQL syntax");

    /** Errors that tell how far a code has come; tokens and what lets a device go on do so, too. */
    private static final Set<String> STATES =
            Set.of(ErrorCodes.ACCESS_DENIED, ErrorCodes.EXPIRED_TOKEN, ErrorCodes.INVALID_GRANT);

    private Answers() {}

    /** This OAuth error. Its status is judged by 6749-5.2-error-status-400, but a server error is never an OAuth error. */
    public static Outcome<Answer> error(String code) {
        return Outcome.of(code, a -> a.isError(code) && a.status() < 500);
    }

    /** authorization_pending or slow_down. */
    public static Outcome<Answer> pending() {
        return Outcome.of("authorization_pending or slow_down", a -> a.pending() && a.status() < 500);
    }

    /** Any OAuth error after which a device stops. */
    public static Outcome<Answer> terminal() {
        return Outcome.of("an error that ends polling", a -> a.terminal() && a.status() < 500);
    }

    /** Any OAuth error after which a device stops and that is registered. */
    public static Outcome<Answer> registeredTerminal() {
        Set<String> known = ErrorCodes.REGISTERED;
        return Outcome.of(
                "a registered error that ends polling",
                a -> a.terminal() && a.status() < 500 && known.contains(String.valueOf(a.error())));
    }

    /** Any OAuth error, registered or not. */
    public static Outcome<Answer> anyError() {
        return Outcome.of("an OAuth error", a -> a.error() != null && a.status() < 500);
    }

    /** A refusal by HTTP or by OAuth, whatever its body. */
    public static Outcome<Answer> refusal() {
        return Outcome.of("a 4xx answer", a -> a.status() / 100 == 4);
    }

    /** Device and user codes. */
    public static Outcome<Answer> codes() {
        return Outcome.of("codes", a -> a.codes() && a.status() / 100 == 2);
    }

    /** A JSON object of success, whatever is in it. */
    public static Outcome<Answer> object() {
        return Outcome.of(
                "a JSON object with a 2xx status",
                a -> a.status() / 100 == 2 && a.json().isPresent() && a.error() == null);
    }

    /** An access token. */
    public static Outcome<Answer> token() {
        return Outcome.of("a token", Answer::tokens);
    }

    /** What only a client gets that is let in: codes, a pending answer or a token. */
    public static Outcome<Answer> served() {
        return Outcome.of("codes, a pending answer or a token", a -> a.codes() || a.pending() || a.tokens());
    }

    /** A refusal by HTTP or by OAuth that does not let the device go on polling. */
    public static Outcome<Answer> turnedAway() {
        return Outcome.of("a refusal", a -> a.status() / 100 == 4 && !served().matches(a));
    }

    /** A refusal of whoever asks for tokens and is no device that polls, in whatever words, be it without any. */
    public static Outcome<Answer> tokensRefused() {
        return Outcome.of("a refusal", a -> refusal().matches(a) || terminal().matches(a));
    }

    /** expired_token or invalid_grant when the device's code may have been over: a busy machine, not the server. */
    public static Outcome<Answer> endOf(Device device) {
        return Outcome.of(
                "an error at the end of the lifetime",
                a -> device.life().mayBeOverAt(a)
                        && (a.isError(ErrorCodes.EXPIRED_TOKEN) || a.isError(ErrorCodes.INVALID_GRANT)));
    }

    /** This status, whatever the body. */
    public static Outcome<Answer> status(int status) {
        return Outcome.of("status " + status, a -> a.status() == status);
    }

    /** This OAuth error with this status. */
    public static Outcome<Answer> error(int status, String code) {
        return Outcome.of(status + " " + code, a -> a.status() == status && a.isError(code));
    }

    /** No server error; a method that nobody knows is none. */
    public static Outcome<Answer> noServerError() {
        return Outcome.of("no server error", a -> a.status() < 500 || a.status() == 501);
    }

    /** Neither a stack trace nor a message of a database. */
    public static Outcome<Answer> nothingOfItsInside() {
        return Outcome.of(
                "no stack trace and no database message",
                a -> !INSIDE.matcher(a.text()).find());
    }

    /** An answer that may have been given when the code's lifetime was over: nothing can be learnt from it. */
    public static Outcome<Answer> perhapsAfterTheEnd(Device device) {
        return Outcome.of(
                "an answer after the end", a -> device.life().leftAtLeast().isNegative());
    }

    /**
     * What a poll is answered that tells nothing about the state of its code: whoever polls was refused, or it is no error
     * of the grant.
     */
    public static Outcome<Answer> silentOnTheCode() {
        return Outcome.of(
                "an answer that tells nothing about the code",
                a -> !a.tokens() && !a.pending() && STATES.stream().noneMatch(a::isError));
    }

    /** A server error. */
    public static Outcome<Answer> serverError() {
        return Outcome.of("a server error", a -> a.status() >= 500);
    }
}
