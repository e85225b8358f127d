package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.LongestFirst;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.TooLate;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** The user code and the open pages around the end of the lifetime. */
@LongestFirst
class ExpiryOnPagesChecks {
    private static final Duration AFTER = Duration.ofSeconds(10);
    /** Time to wait for a browser, too: others want theirs at the same moment. */
    private static final Duration BEFORE = Duration.ofSeconds(30);

    private static final Set<PageKind> OFFERS_APPROVAL = Set.of(PageKind.DECISION, PageKind.SUCCESS);
    private static final Outcome<Walk> NO_APPROVAL = Outcome.of(
            "an error before any approval is offered",
            walk -> walk.steps().stream().noneMatch(s -> OFFERS_APPROVAL.contains(s.kind())));

    @Check("8628-3.2-user-code-valid-until-expiry")
    void theUserCodeWorksUntilShortlyBeforeTheEnd(Devices devices, Judge judge, Users users) {
        Device device = devices.start();
        Duration margin = max(Duration.ofSeconds(15), device.lifetime().dividedBy(20));
        device.waitUntilBeforeExpiry(min(margin.plus(BEFORE), device.lifetime().dividedBy(2)));

        try (Sitting sitting = users.apart()) {
            device.waitUntilBeforeExpiry(min(margin, device.lifetime().dividedBy(2)));
            Walk walk = sitting.byTyping(device, Decision.APPROVE);
            if (device.life().leftAtLeast().compareTo(Duration.ofSeconds(2)) < 0) {
                throw new TooLate("the browser was too slow to finish before the expiry");
            }
            judge.expect("the user code shortly before its end", walk, ExpiryOnPagesChecks::inWords, device.issued())
                    .learningNothingFrom(
                            Outcome.of("a page that was not understood", w -> !w.understood()),
                            "the pages were not understood")
                    .otherwise("the user code dies before the device code")
                    .toBe(Outcome.of("accepted", w -> !refused(w)));
        }
        judge.expectState("the poll after an approval shortly before the end", device.pollUntilDecided(2))
                .learningNothingFrom(
                        Outcome.of(
                                "an answer after the end",
                                a -> device.life().leftAtLeast().isNegative()),
                        "the lifetime ended before the poll")
                .otherwise("an approval in time is lost")
                .toBe(token());
    }

    private static boolean refused(Walk walk) {
        return walk.ending() == PageKind.WRONG_CODE || walk.ending() == PageKind.EXPIRED;
    }

    @Check("8628-3.2-user-code-dead-after-expiry")
    void anExpiredUserCodeIsRefusedByBothWays(Devices devices, Judge judge, Users users) {
        Device device = devices.start();
        device.waitPastExpiry(AFTER);

        try (Sitting sitting = users.first()) {
            expectNoApproval(judge, "the expired user code, typed", sitting.byTyping(device, Decision.APPROVE), device);
        }
        device.verificationUriComplete().ifPresent(link -> {
            try (Sitting sitting = users.first()) {
                expectNoApproval(
                        judge, "the link of an expired code", sitting.byLink(device, Decision.APPROVE), device);
            }
        });

        judge.expectState("the poll after both attempts", device.spacedPoll())
                .otherwise("an expired code was approved and redeemed")
                .toBe(terminal());
    }

    private static void expectNoApproval(Judge judge, String subject, Walk walk, Device device) {
        judge.expect(subject, walk, ExpiryOnPagesChecks::inWords, device.issued())
                .tolerating(
                        Outcome.of("an approval without effect", w -> true),
                        "the user is misled: the device gets nothing")
                .toBe(NO_APPROVAL);
    }

    @Check("derived-consent-page-open-across-expiry")
    void anApprovalSubmittedAfterTheEndHasNoEffect(Devices devices, Judge judge, Users users) {
        Device device = devices.start();
        device.waitUntilBeforeExpiry(min(BEFORE, device.lifetime().dividedBy(2)));

        try (Sitting sitting = users.apart()) {
            Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
            device.waitPastExpiry(AFTER);
            Walk late = sitting.goOn(Decision.APPROVE);
            Answer poll = device.poll();

            judge.expectState("the poll after a late approval", poll)
                    .otherwise("an approval after the end still counts")
                    .toBe(terminal());
            judge.expect("the page after a late approval", late, ExpiryOnPagesChecks::inWords, poll)
                    .tolerating(
                            Outcome.of("success", w -> w.ending() == PageKind.SUCCESS),
                            "the user is told that it worked, and the device gets nothing")
                    .toBe(Outcome.of("an error", w -> true));
        }
    }

    private static String inWords(Walk walk) {
        return "the page " + walk.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
