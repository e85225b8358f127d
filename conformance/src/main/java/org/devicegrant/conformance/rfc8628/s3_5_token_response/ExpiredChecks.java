package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.check.LongestFirst;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Momentary;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** What an expired code is answered, approved or not, polled fast or not. */
@LongestFirst
class ExpiredChecks {
    private static final int FAST_POLLS = 3;
    private static final Duration FAST = Duration.ofMillis(300);
    /** Too fast for any server that has an interval, where none is announced or it is shorter. */
    private static final Duration FAST_ENOUGH = Duration.ofSeconds(1);

    private static final Duration IN_FLIGHT = Duration.ofSeconds(10);

    @Check("8628-3.5-approved-but-unredeemed-expires")
    void anApprovedCodeThatNobodyRedeemsExpiresToo(Devices devices, Judge judge, Grants grants) {
        if (devices.target().windows().afterApproval() != null) {
            throw new NotApplicable(
                    "windows.after_approval declares a separate window; see kiosk-post-approval-window");
        }
        Duration late = devices.target().timing().lateExpiry();
        // The one that is waited for longest goes first: nothing in a run takes longer than this wait.
        Device waitingLong = grants.approved();
        Device waitingShort = grants.approved();

        Answer early = waitingShort.waitPastExpiry(IN_FLIGHT).poll();
        Answer dead = waitingLong.waitPastExpiry(late).poll();

        judge.expectState("the first poll of an approved code " + seconds(late) + " after its expiry", dead)
                .tolerating(turnedAway(), "expired_token is the defined answer")
                .otherwise(
                        dead.tokens()
                                ? "an approval outlives the lifetime that the device was told"
                                : "the device is not told that its code has ended")
                .toBe(error(ErrorCodes.EXPIRED_TOKEN), error(ErrorCodes.INVALID_GRANT), terminal());
        judge.expectState("the first poll of an approved code 10 s after its expiry", early)
                .tolerating(token(), "approved codes are honoured a little after their end")
                .tolerating(turnedAway(), "expired_token is the defined answer")
                .toBe(error(ErrorCodes.EXPIRED_TOKEN), error(ErrorCodes.INVALID_GRANT), terminal());
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }

    @Check("derived-expired-and-fast-poll")
    void pollingAnExpiredCodeFastDoesNotBringItBack(Devices devices, Judge judge) {
        Device device = devices.start();
        device.waitPastExpiry(Duration.ofSeconds(5));

        List<Answer> fast = new ArrayList<>();
        for (int i = 0; i < FAST_POLLS; i++) {
            fast.add(device.pause(FAST).poll());
        }
        Answer spaced = device.pollAfter(device.interval().plusSeconds(15));

        for (Answer answer : fast) {
            judge.expect("a fast poll of an expired code", answer)
                    .tolerating(
                            error(ErrorCodes.SLOW_DOWN),
                            "the throttle is looked at before the expiry, which is harmless")
                    .learningNothingFrom(error(ErrorCodes.AUTHORIZATION_PENDING), "see 8628-3.2-not-late")
                    .toBe(terminal());
        }
        requireFast(fast, device.interval());
        judge.expectState("a spaced poll of an expired code after three fast ones", spaced)
                .otherwise("fast polling brings an expired code back to life")
                .toBe(terminal());
    }

    /** What a server does with fast polls is not seen in polls that a busy machine has spread. */
    private static void requireFast(List<Answer> polls, Duration interval) {
        long fast = Math.max(interval.toNanos(), FAST_ENOUGH.toNanos());
        boolean seen = polls.stream().anyMatch(answer -> answer.isError(ErrorCodes.SLOW_DOWN));
        for (int i = 1; i < polls.size(); i++) {
            seen |= polls.get(i).received() - polls.get(i - 1).sent() < fast;
        }
        if (!seen) {
            throw new Momentary(
                    "no poll of the expired code came provably too soon after the one before",
                    "run on a less busy machine or network");
        }
    }
}
