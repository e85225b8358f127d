package org.devicegrant.load.step;

import java.time.Duration;
import org.devicegrant.load.target.LoadClient;
import org.jspecify.annotations.Nullable;

/**
 * One device of the run. Plain fields, because a run may have a hundred thousand of these; all times are readings of
 * {@link org.devicegrant.load.time.Clock#nanos}. It belongs to the thread of its virtual user; only the approval is
 * written by others.
 */
public final class Device {
    /** What a device is about to do. */
    public enum Phase {
        /** Ask for a code. */
        NEEDS_CODE,
        /** Poll with the code it has. */
        POLLS,
        /** Poll once more with a code that was redeemed, which must not work. */
        REPEATS,
        /** Nothing any more. */
        DONE
    }

    private final int number;
    private final LoadClient client;

    Phase phase = Phase.NEEDS_CODE;
    /** Device code, form-encoded; empty if there is none. */
    String code = "";

    /** Read by those who approve. */
    volatile @Nullable UserSide userSide;
    /** When the device authorization request was sent and when its response had arrived. */
    long authorizationSent;

    long authorizationAnswered;
    int lifetimeSeconds;
    /** Current interval, slow_down included. */
    long interval;
    /** How often in a row nothing came; doubles the wait each time. */
    int silent;
    /** Whether the next poll comes too early on purpose. */
    boolean bursts;

    /** The request under way or next: when it should start, when it was handed over, when it was written. */
    long due;

    long asked;
    long sent;
    /** When the request before that was written. */
    long sentBefore;

    /** When the last answer had arrived; 0 before the first. */
    long answered;

    boolean underway;
    /** Whether the request under way was written to a connection; a connection that broke has it written to another. */
    boolean written;
    /** Whether a poll with this code got no answer or was written twice: when the server saw it is not known then. */
    boolean unsure;

    private volatile boolean decided;
    private volatile long approved;

    /**
     * A device.
     *
     * @param number position in the whole run, over all injectors
     * @param client whom it belongs to
     */
    public Device(int number, LoadClient client) {
        this.number = number;
        this.client = client;
    }

    /** Position in the whole run, over all injectors. */
    public int number() {
        return number;
    }

    /** The client it belongs to. */
    public LoadClient client() {
        return client;
    }

    /** What it is about to do. */
    public Phase phase() {
        return phase;
    }

    /** When its current or next request should start. */
    public long due() {
        return due;
    }

    /**
     * Lets the next request start at that moment: the first one, or that of a new trial with the same code. A code that
     * was polled before is not polled again within its interval and the pad.
     */
    public void reschedule(long moment, Duration pad) {
        if (underway) {
            // Whether and when the server has seen that poll is not known, so neither is when the next one may come.
            dropCode();
            underway = false;
        }
        long lawful = answered + interval + pad.toNanos();
        due = phase == Phase.POLLS && lawful - moment > 0 ? lawful : moment;
    }

    /** Forgets a code that will not live until that moment; true if the device then has none. */
    public boolean dropUnlessAliveAt(long moment) {
        long end = authorizationSent + Duration.ofSeconds(lifetimeSeconds).toNanos();
        if (phase != Phase.POLLS || underway || end - moment < 0) {
            dropCode();
            underway = false;
        }
        return phase == Phase.NEEDS_CODE;
    }

    /** Whether a request was sent that is not answered yet. */
    public boolean underway() {
        return underway;
    }

    /** Whether it waits for the moment of its next request. */
    public boolean waits() {
        return !underway && phase != Phase.DONE;
    }

    /** Whether the next request is a device authorization request. */
    public boolean needsCode() {
        return phase == Phase.NEEDS_CODE;
    }

    /** What the user would see, or null if there is no code or nobody asked to keep it. */
    public @Nullable UserSide userSide() {
        return userSide;
    }

    /** When the approval was confirmed, 0 if it was not. */
    public long approved() {
        return approved;
    }

    /** Whether a decision on the current code was begun, so that a token or a refusal may come. */
    public boolean decided() {
        return decided;
    }

    /** Notes, before the user decides, that from now on an answer to that may come. */
    public void beginDecision() {
        decided = true;
    }

    /** Notes that the server confirmed the user's approval. */
    public void confirmApproval(long moment) {
        approved = moment;
    }

    /** Forgets the code. */
    void dropCode() {
        code = "";
        userSide = null;
        approved = 0;
        decided = false;
        silent = 0;
        bursts = false;
        unsure = false;
        phase = Phase.NEEDS_CODE;
    }

    /** The user's side of one code. Its text shows none of it. */
    public record UserSide(
            String userCode,
            String verificationUri,
            @Nullable String complete) {
        @Override
        public String toString() {
            return "UserSide";
        }
    }
}
