package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;

import java.time.Duration;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.TooLate;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** A device that keeps the rules while the user has not decided. */
class PendingChecks {
    private static final int SLOW_FACTOR = 3;

    @Check("8628-3.5-authorization-pending")
    void anUndecidedRequestIsPendingAtEveryPoll(Devices devices, Judge judge) {
        Device device = devices.start();

        judge.expect("the first poll, an interval after issuance", device.spacedPoll())
                .tolerating(error(ErrorCodes.SLOW_DOWN), "nothing came before it that it could follow too fast")
                .otherwise("the device gives up although the user may still approve")
                .toBe(error(ErrorCodes.AUTHORIZATION_PENDING));
        judge.expect("the second spaced poll", device.spacedPoll())
                .otherwise("the device gives up although the user may still approve")
                .toBe(error(ErrorCodes.AUTHORIZATION_PENDING));
        judge.expect("the third spaced poll", device.spacedPoll())
                .otherwise("the device gives up although the user may still approve")
                .toBe(error(ErrorCodes.AUTHORIZATION_PENDING));
    }

    @Check("8628-3.5-first-poll-at-once")
    void theFirstPollMayComeAtOnce(Devices devices, Judge judge) {
        Device device = devices.start();

        Answer first = device.poll();

        if (first.received() - device.issuedNotBefore() >= device.interval().toNanos()) {
            throw new TooLate("the first poll could not be sent within one interval");
        }
        judge.expect("a first poll at once", first)
                .tolerating(
                        error(ErrorCodes.SLOW_DOWN),
                        "the clock starts at issuance, so a client that polls at once loses time")
                .toBe(error(ErrorCodes.AUTHORIZATION_PENDING));
        judge.expectState("a spaced poll after a first poll at once", device.spacedPoll())
                .otherwise("the code was spoilt by polling at once")
                .toBe(pending());
    }

    @Check("8628-3.5-slow-poller-not-penalised")
    void waitingLongerThanTheIntervalHasNoBadEffect(Devices devices, Judge judge) {
        Device device = devices.start();
        Duration late = device.interval().multipliedBy(SLOW_FACTOR);
        if (device.interval().plus(late).plusSeconds(2).compareTo(device.lifetime()) >= 0) {
            throw new Inconclusive(
                    "four intervals do not fit into the lifetime of a code",
                    "give a test client a longer lifetime or a shorter interval");
        }
        judge.control("a poll after one interval", device.spacedPoll(), pending());

        Answer answer = device.pollAfter(late.plus(Device.SLOW_DOWN_STEP.multipliedBy(device.slowDowns())));

        judge.expectState("a poll three intervals after the previous answer", answer)
                .otherwise("a slow poller is punished")
                .toBe(error(ErrorCodes.AUTHORIZATION_PENDING));
    }
}
