package org.devicegrant.conformance.rfc8628.s5_security;

import java.util.Locale;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.ExclusiveLast;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.user.Guessing;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** Somebody who tries one user code after the other. */
@ExclusiveLast
class CodeGuessingChecks {
    @Check("8628-5.1-user-code-rate-limit")
    void guessingUserCodesIsHeldUpAndHarmsNobodyElse(Devices devices, Judge judge, Users users, Grants grants) {
        Guessing guessing = grants.once("guesses at user codes", () -> Guessing.tried(devices, users));
        Device bystander = guessing.bystander();

        judge.expect("wrong user codes in a row", guessing, CodeGuessingChecks::inWords, bystander.issued())
                .tolerating(
                        Outcome.of("no reaction", g -> !g.heldUp()),
                        "only the number of possible codes holds off guessing; section 5.1 of RFC 8628 reckons"
                                + " with eight characters out of twenty and five attempts")
                .otherwise("the limit is for show: right codes are accepted while it lasts")
                .toBe(Outcome.of("a limit", g -> g.heldUp() && !g.cosmetic()));

        try (Sitting sitting = users.apart(devices.target().users().size() > 1 ? 1 : 0)) {
            Walk walk = sitting.byTyping(bystander, Decision.NONE);
            judge.expect(
                            "somebody else's code after that, in a browser of its own",
                            walk,
                            Walks::inWords,
                            bystander.issued())
                    .learningNothingFrom(
                            Outcome.of("a lock", w -> w.ending() == PageKind.LOCKED_OUT),
                            "the limit may count by address, and both browsers have the same")
                    .learningNothingFrom(
                            Outcome.of("a page that was not understood", w -> !w.understood()), walk.reason())
                    .learningNothingFrom(
                            Outcome.of(
                                    "a code after its end",
                                    w -> bystander.life().leftAtLeast().isNegative()),
                            "its lifetime ended meanwhile")
                    .otherwise("anybody can keep everybody from logging in")
                    .toBe(Outcome.of("the decision", Walks::codeTaken));
        }
    }

    private static String inWords(Guessing guessing) {
        String page = guessing.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return guessing.heldUp()
                ? "a page of the kind \"" + page + "\" after " + guessing.attempts()
                : "no reaction within " + guessing.attempts();
    }
}
