package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.terminal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.Momentary;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/**
 * How long a device code lives. The server issued it at an unknown instant between sending and receiving, so an end
 * before "sent + lifetime - 1 s" is provably too early and life after "received + lifetime + grace" provably too late.
 */
class LifetimeChecks {
    private static final Duration ROUNDING = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LAZY = Duration.ofSeconds(30);
    private static final Duration WINDOW_START = Duration.ofSeconds(2);
    private static final Duration WINDOW_LENGTH = Duration.ofSeconds(10);

    private static final Outcome<Answer> EXPIRED_OR_PURGED = Outcome.of(
            "expired_token or invalid_grant",
            a -> a.isError(ErrorCodes.EXPIRED_TOKEN) || a.isError(ErrorCodes.INVALID_GRANT));

    @Check("8628-3.2-not-early")
    void aPendingCodeLivesAsLongAsAnnounced(Devices devices, Judge judge, Grants grants) {
        WholeLife life = WholeLife.of(grants, devices);
        long announcedEnd =
                life.device().issuedNotBefore() + life.device().lifetime().toNanos();
        long provablyEarly = announcedEnd - ROUNDING.toNanos();

        for (Answer answer : life.receivedBefore(provablyEarly)) {
            judge.expect("a poll " + beforeEnd(answer, announcedEnd) + " before the announced end", answer)
                    .otherwise("the code ends earlier than the device was told")
                    .toBe(pending());
        }
        for (Answer answer : life.receivedBetween(provablyEarly, announcedEnd)) {
            judge.expect("a poll in the last second of the lifetime", answer)
                    .tolerating(terminal(), "the code ends up to a second early, as if seconds were cut off")
                    .toBe(pending());
        }
    }

    private static String beforeEnd(Answer answer, long end) {
        return Duration.ofNanos(end - answer.received()).toMillis() + " ms";
    }

    @Check("8628-3.5-expired-token")
    void theFirstPollAfterTheLifetimeIsToldSo(Devices devices, Judge judge, Grants grants) {
        WholeLife life = WholeLife.of(grants, devices);
        Device device = life.device();
        long end = device.issuedNotAfter() + device.lifetime().toNanos();
        long from = end + WINDOW_START.toNanos();
        long until = end + device.interval().plus(WINDOW_LENGTH).toNanos();
        Answer first = life.firstDecidedBetween(from, until)
                .orElseThrow(() -> life.handledBetween(from, until).isEmpty()
                        ? new Momentary(
                                "no poll fell into the time just after the expiry", "run on a less busy machine")
                        : new Inconclusive(
                                "the code was still pending just after its expiry", "see 8628-3.2-not-late"));

        judge.expect("the first poll after the expiry", first)
                .otherwise("the device cannot tell its user that the code has expired")
                .toBe(error(ErrorCodes.EXPIRED_TOKEN));
        for (Answer later : life.sentAfter(first)) {
            judge.expect("a later poll of the expired code", later)
                    .tolerating(
                            terminal(),
                            "expired_token, or invalid_grant once the record is purged, is what clients know")
                    .learningNothingFrom(pending(), "see 8628-3.2-not-late")
                    .toBe(EXPIRED_OR_PURGED);
        }
    }

    @Check("8628-3.2-not-late")
    void anAbandonedCodeDiesWhenItsLifetimeIsOver(Devices devices, Judge judge) {
        Device device = devices.start();

        Answer soon = device.waitPastExpiry(GRACE).poll();
        Answer later = device.waitPastExpiry(LAZY).spacedPoll();

        judge.expect("a poll 5 s after the expiry", soon)
                .tolerating(pending(), "expired codes are cleaned up late")
                .toBe(terminal());
        judge.expect("a poll 30 s after the expiry", later)
                .otherwise("an abandoned code stays alive")
                .toBe(terminal());
    }

    @Check("8628-3.2-lifetime-not-extended")
    void neitherPollingNorTheOpenPageExtendsTheLifetime(Devices devices, Judge judge, Users users, Grants grants) {
        Device untouched = devices.start();
        Device opened = devices.start();
        CompletableFuture<Answer> afterOpening = Together.start(() -> leftOnTheDecisionPage(opened, users));
        WholeLife polled = WholeLife.of(grants, devices);
        judge.control("a poll of an untouched code 30 s after its expiry", dead(untouched), terminal());

        long late = polled.device().issuedNotAfter()
                + polled.device().lifetime().plus(LAZY).toNanos();
        for (Answer answer : polled.handledBetween(late, Long.MAX_VALUE)) {
            judge.expect("a poll 30 s after the expiry of a code polled all its life", answer)
                    .otherwise("polling keeps a code alive")
                    .toBe(terminal());
        }
        judge.expect(
                        "a poll 30 s after the expiry of a code whose decision page is open",
                        Together.result(afterOpening))
                .otherwise("an open page keeps a code alive")
                .toBe(terminal());
    }

    private static Answer dead(Device device) {
        return device.waitPastExpiry(LAZY).poll();
    }

    /** Opens the decision page half-way through the lifetime, leaves it open and polls when the code must be dead. */
    private static Answer leftOnTheDecisionPage(Device device, Users users) {
        device.waitUntilBeforeExpiry(device.lifetime().dividedBy(2));
        try (Sitting sitting = users.apart()) {
            Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
            return dead(device);
        }
    }
}
