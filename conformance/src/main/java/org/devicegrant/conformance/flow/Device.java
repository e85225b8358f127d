package org.devicegrant.conformance.flow;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.Client;

/**
 * One device that waits: a device code, when it can have been issued, and when it may be polled again. The server handled
 * the device authorization request at an unknown instant between {@link #issuedNotBefore()} and
 * {@link #issuedNotAfter()}; nothing may rest on more. One device belongs to one question (its polls share a throttle).
 */
public final class Device {
    /** What a device uses where the server names no interval (RFC 8628 section 3.2). */
    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
    /** What a device adds for every {@code slow_down} (RFC 8628 section 3.5). */
    public static final Duration SLOW_DOWN_STEP = Duration.ofSeconds(5);

    private final Wire wire;
    private final Waiting waiting;
    private final Protocol protocol;
    private final Client client;
    private final Answer issued;
    private final Issuance grant;
    private final CodeLife life;
    private final Duration guard;
    private volatile long lastReceived;
    private volatile int slowDowns;

    Device(Wire wire, Waiting waiting, Protocol protocol, Client client, Answer issued) {
        this.wire = wire;
        this.waiting = waiting;
        this.protocol = protocol;
        this.client = client;
        this.issued = issued;
        this.grant = new Issuance(issued);
        this.life = new CodeLife(issued, grant, wire.clock());
        this.guard = protocol.target().timing().intervalGuard();
        this.lastReceived = issued.received();
    }

    /** The device authorization response. */
    public Answer issued() {
        return issued;
    }

    public Client client() {
        return client;
    }

    public String deviceCode() {
        return grant.deviceCode();
    }

    public String userCode() {
        return grant.userCode();
    }

    /**
     * Where the user goes.
     *
     * @throws Inconclusive if the server gave no address that a browser could open
     */
    public URI verificationUri() {
        return grant.verificationUri();
    }

    /** The shortcut with the user code inside, if the server gives one. */
    public Optional<URI> verificationUriComplete() {
        return grant.verificationUriComplete();
    }

    /** Whether the server names an interval. */
    public boolean intervalAnnounced() {
        return grant.intervalAnnounced();
    }

    /** The interval to keep: the server's, or five seconds. */
    public Duration interval() {
        return grant.interval();
    }

    /**
     * The announced lifetime.
     *
     * @throws Inconclusive if the server announces none that could be waited for
     */
    public Duration lifetime() {
        return grant.lifetime();
    }

    /** Whether the server announces a lifetime that could be waited for. */
    public boolean lifetimeAnnounced() {
        return grant.lifetimeIfKnown().isPresent();
    }

    /** The code cannot have been issued before this instant, monotonic nanoseconds. */
    public long issuedNotBefore() {
        return issued.sent();
    }

    /** The code cannot have been issued after this instant, monotonic nanoseconds. */
    public long issuedNotAfter() {
        return issued.received();
    }

    /** How much of its life is left to the code. */
    public CodeLife life() {
        return life;
    }

    /** How many {@code slow_down} answers this device has got. */
    public int slowDowns() {
        return slowDowns;
    }

    /** The request a poll consists of, to be changed in one place. Assertions in it are fresh. */
    public Request pollRequest() {
        return protocol.poll(client, deviceCode());
    }

    /** Polls at once, whatever the interval. */
    public Answer poll() {
        return send(pollRequest());
    }

    /** Polls at once and once: an answer of a limiter or a gateway is kept as it came. */
    public Answer pollOnce() {
        return noted(wire.send(pollRequest(), Urgency.TIMED));
    }

    /** Sends a poll that differs from the canonical one. It counts as a poll. */
    public Answer send(Request variant) {
        return noted(wire.politely(variant, Urgency.TIMED));
    }

    /** Polls without any pacing: for bursts that a check needs. */
    public Answer pollInBurst() {
        return noted(wire.burst(pollRequest()));
    }

    /** As many polls as asked for that reach the server at the same moment; each with an assertion of its own. */
    public List<Answer> pollsAtOnce(int count) {
        List<Request> polls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            polls.add(pollRequest());
        }
        List<Answer> answers = wire.http().volley(wire.check(), polls);
        answers.forEach(this::noted);
        return answers;
    }

    /**
     * Polls as a device that keeps the rules: an interval and a guard after the previous answer was completely received,
     * and five seconds more for every {@code slow_down}. The previous request was handled before its answer came, so the
     * server sees at least the interval whatever the network does.
     */
    public Answer spacedPoll() {
        return pollAfter(interval().plus(guard).plus(SLOW_DOWN_STEP.multipliedBy(slowDowns)));
    }

    /** Polls {@code distance} after the previous answer was completely received (the first time: after issuance). */
    public Answer pollAfter(Duration distance) {
        waiting.until(lastReceived + distance.toNanos(), "the next poll");
        return poll();
    }

    /** A spaced poll that differs from the canonical one; it is made when its time has come, assertions included. */
    public Answer spacedPoll(UnaryOperator<Request> twist) {
        Duration distance = interval().plus(guard).plus(SLOW_DOWN_STEP.multipliedBy(slowDowns));
        waiting.until(lastReceived + distance.toNanos(), "the next poll");
        return send(twist.apply(pollRequest()));
    }

    /** As {@link #pollAfter} without the polite second try. */
    public Answer pollOnceAfter(Duration distance) {
        waiting.until(lastReceived + distance.toNanos(), "the next poll");
        return pollOnce();
    }

    /** Polls once at a chosen instant, monotonic nanoseconds. */
    public Answer pollOnceAt(long instant) {
        waiting.until(instant, "the next poll");
        return pollOnce();
    }

    /**
     * A spaced poll that reaches the server at the same moment as other requests with a body.
     *
     * @return the answers that came
     */
    public List<Answer> spacedPollBeside(List<Request> others) {
        Request poll = pollRequest();
        List<Request> all = new ArrayList<>(others);
        all.add(poll);
        waiting.until(lastReceived + interval().plus(guard).toNanos(), "the next poll");
        List<Answer> answers = wire.http().volley(wire.check(), all);
        answers.stream()
                .filter(answer -> answer.request().endpoint() == poll.endpoint())
                .forEach(this::noted);
        return answers;
    }

    /**
     * Polls spaced until the answer is not pending or {@code polls} are used up.
     *
     * @return the last answer
     */
    public Answer pollUntilDecided(int polls) {
        return pollUntilDecided(polls, UnaryOperator.identity());
    }

    /**
     * As {@link #pollUntilDecided(int)} with polls that differ from the canonical one.
     *
     * @param twist makes each poll from the canonical one
     */
    public Answer pollUntilDecided(int polls, UnaryOperator<Request> twist) {
        Answer answer = spacedPoll(twist);
        for (int left = polls - 1; left > 0 && answer.pending(); left--) {
            answer = spacedPoll(twist);
        }
        return answer;
    }

    /** Waits until the code has provably been over its announced lifetime for {@code beyond}. */
    public Device waitPastExpiry(Duration beyond) {
        life.outlive();
        waiting.until(issuedNotAfter() + lifetime().plus(beyond).toNanos(), "the expiry of a code");
        return this;
    }

    /** Waits until {@code before} the earliest instant at which the code may expire. */
    public Device waitUntilBeforeExpiry(Duration before) {
        waiting.until(issuedNotBefore() + lifetime().minus(before).toNanos(), "a moment before the expiry of a code");
        return this;
    }

    /** Waits for {@code duration} from now. */
    public Device pause(Duration duration) {
        waiting.pause(duration, "a pause between polls");
        return this;
    }

    /** From now on the end of the code's life is part of the question, so that answers after it count. */
    public Device outliving() {
        life.outlive();
        return this;
    }

    /** When the last answer for this code was completely received, monotonic nanoseconds. */
    public long lastReceived() {
        return lastReceived;
    }

    private synchronized Answer noted(Answer answer) {
        lastReceived = Math.max(lastReceived, answer.received());
        if (answer.isError(ErrorCodes.SLOW_DOWN)) {
            slowDowns++;
        }
        boolean speaksOfADeadCode = answer.terminal() && !answer.isError(ErrorCodes.ACCESS_DENIED);
        if (speaksOfADeadCode && life.tooLateToAsk()) {
            throw life.tooLate();
        }
        return answer;
    }

    /** Without codes. */
    @Override
    public String toString() {
        return "device of exchange #" + issued.number();
    }
}
