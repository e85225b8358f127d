package org.devicegrant.load.step;

import java.time.Duration;

/**
 * How the devices of a run behave.
 *
 * @param pad what a lawful device waits beyond the interval, counted from its previous answer: below 50 ms its own
 *     lateness could break the interval
 * @param afterToken what follows a token
 * @param repeatsAfterToken whether a redeemed code is tried once more, which must fail
 * @param burstEvery one in so many polls comes at once after the previous one; 0 for none
 * @param enforcesInterval whether the server is known to answer a poll within the interval with {@code slow_down}
 * @param keepsUserCodes whether user codes are kept for approvals
 * @param issuancePeriod if not zero, devices never poll: each asks for a new code once in this time
 */
public record Conduct(
        Duration pad,
        AfterEnd afterToken,
        boolean repeatsAfterToken,
        int burstEvery,
        boolean enforcesInterval,
        boolean keepsUserCodes,
        Duration issuancePeriod) {

    /** Devices that wait and poll, and start again when their code ends. */
    public static Conduct waiting(Duration pad) {
        return new Conduct(pad, AfterEnd.RENEW, true, 0, false, false, Duration.ZERO);
    }

    /** Devices that only ask for codes, one each in this time, and never poll. */
    public static Conduct issuing(Duration period) {
        return new Conduct(Duration.ZERO, AfterEnd.RENEW, false, 0, false, false, period);
    }

    /** The same, but devices leave when their code has come to an end. */
    public Conduct leaving() {
        return new Conduct(
                pad, AfterEnd.LEAVE, repeatsAfterToken, burstEvery, enforcesInterval, keepsUserCodes, issuancePeriod);
    }

    /** The same with one poll in so many too early on purpose, for a server known to enforce its interval; 0 for none. */
    public Conduct withBursts(int every) {
        return new Conduct(pad, afterToken, repeatsAfterToken, every, every > 0, keepsUserCodes, issuancePeriod);
    }

    /** The same, but nobody tries a redeemed code once more. */
    public Conduct withoutRepeats() {
        return new Conduct(pad, afterToken, false, burstEvery, enforcesInterval, keepsUserCodes, issuancePeriod);
    }

    /** The same, keeping what the user needs for an approval. */
    public Conduct withUserCodes() {
        return new Conduct(pad, afterToken, repeatsAfterToken, burstEvery, enforcesInterval, true, issuancePeriod);
    }

    /** What a device does when its code has come to an end. */
    public enum AfterEnd {
        /** Asks for another one. */
        RENEW,
        /** Leaves. */
        LEAVE
    }
}
