package org.devicegrant.conformance.embedded.grant;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One device authorization from its codes to its token. Safe for use by several threads; {@link #decide} and
 * {@link #claim} are atomic. The {@code force} methods exist for defects.
 */
public final class DeviceGrant {
    /** How far it has got. Expiry is no state: it is a question of time. */
    public enum State {
        PENDING,
        APPROVED,
        REFUSED,
        REDEEMED
    }

    private final String deviceCode;
    private final String userCode;
    private final Order order;
    private final Instant issuedAt;
    private volatile Instant expiresAt;
    private State state = State.PENDING;
    private @Nullable User user;
    private @Nullable Instant decidedAt;
    private Set<String> scopes;
    private @Nullable Instant lastPoll;
    private int slowDowns;
    private @Nullable Answer redeemedWith;
    private volatile @Nullable Map<String, Object> notes;

    /** A pending grant. */
    public DeviceGrant(String deviceCode, String userCode, Order order, Instant issuedAt, Instant expiresAt) {
        this.deviceCode = deviceCode;
        this.userCode = userCode;
        this.order = order;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
        this.scopes = order.scopes();
    }

    public String deviceCode() {
        return deviceCode;
    }

    public String userCode() {
        return userCode;
    }

    public Order order() {
        return order;
    }

    public Client client() {
        return order.client();
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Moves the end of its life. */
    public void expiresAt(Instant changed) {
        expiresAt = changed;
    }

    public synchronized State state() {
        return state;
    }

    public boolean is(State expected) {
        return state() == expected;
    }

    /** Who decided. */
    public synchronized Optional<User> user() {
        return Optional.ofNullable(user);
    }

    public synchronized Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** The scopes that were approved, or may be. */
    public synchronized Set<String> scopes() {
        return scopes;
    }

    /**
     * Records a decision, unless there is one already.
     *
     * @return whether this one counts
     */
    public synchronized boolean decide(Verdict verdict) {
        if (state != State.PENDING) {
            return false;
        }
        forceDecision(verdict);
        return true;
    }

    /** Records a decision over whatever there is, redemption included. */
    public synchronized void forceDecision(Verdict verdict) {
        state = verdict.approved() ? State.APPROVED : State.REFUSED;
        user = verdict.user();
        decidedAt = verdict.at();
        scopes = verdict.scopes();
    }

    /**
     * Takes the approval.
     *
     * @return true for exactly one caller
     */
    public synchronized boolean claim() {
        if (state != State.APPROVED) {
            return false;
        }
        state = State.REDEEMED;
        return true;
    }

    /** Sets the state without a look at the one before. */
    public synchronized void forceState(State changed) {
        state = changed;
    }

    /** When it was last polled while pending. */
    public synchronized Optional<Instant> lastPoll() {
        return Optional.ofNullable(lastPoll);
    }

    public synchronized void lastPoll(Instant at) {
        lastPoll = at;
    }

    /** How many slow_down answers it has got. */
    public synchronized int slowDowns() {
        return slowDowns;
    }

    public synchronized void slowDowns(int changed) {
        slowDowns = changed;
    }

    /** The token answer, kept by a server that repeats it. */
    public synchronized Optional<Answer> redeemedWith() {
        return Optional.ofNullable(redeemedWith);
    }

    public synchronized void redeemedWith(Answer answer) {
        redeemedWith = answer;
    }

    /** Whatever else a feature or a defect has to remember with this grant. */
    public Map<String, Object> notes() {
        Map<String, Object> present = notes;
        if (present == null) {
            synchronized (this) {
                present = notes == null ? new ConcurrentHashMap<>() : notes;
                notes = present;
            }
        }
        return present;
    }

    /** Without the codes. */
    @Override
    public String toString() {
        return "DeviceGrant[" + client().id() + ", " + state() + "]";
    }
}
