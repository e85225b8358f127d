package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.perhapsAfterTheEnd;
import static org.devicegrant.conformance.assertion.Answers.token;

import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** Two devices at once in one browser. */
class TabChecks {
    private static final String LATE = "the lifetime ended before the poll";

    @Check("derived-two-tabs-bound-to-own-code")
    void eachTabDecidesItsOwnCode(Devices devices, Judge judge, Users users) {
        Client other = devices.target().clients().other();
        Client second = other == null ? devices.main() : other;

        try (Sitting tab = users.apart();
                Sitting later = tab.inAnotherTab()) {
            Device mine = devices.start();
            Device another = devices.start(second);
            atTheDecision(mine, tab, another, later);
            tab.goOn(Decision.APPROVE);
            judgeOther(judge, "approval", another);
            judge.expectState(
                            "the poll of the first of two codes after an approval in its tab", mine.pollUntilDecided(2))
                    .learningNothingFrom(perhapsAfterTheEnd(mine), LATE)
                    .toBe(token(), pending());

            Device refused = devices.start();
            Device untouched = devices.start(second);
            atTheDecision(refused, tab, untouched, later);
            tab.goOn(Decision.REFUSE);
            judgeOther(judge, "refusal", untouched);
            judge.expectState(
                            "the poll of the first of two codes after a refusal in its tab",
                            refused.pollUntilDecided(2))
                    .learningNothingFrom(perhapsAfterTheEnd(refused), LATE)
                    .toBe(error(ErrorCodes.ACCESS_DENIED), pending());
        }
    }

    private static void atTheDecision(Device first, Sitting tab, Device second, Sitting later) {
        Walks.completed(tab.byTyping(first, Decision.NONE), Decision.NONE);
        Walks.completed(later.byTyping(second, Decision.NONE), Decision.NONE);
    }

    private static void judgeOther(Judge judge, String decision, Device device) {
        judge.expectState(
                        "the poll of the second of two codes after the " + decision + " of the first",
                        device.spacedPoll())
                .learningNothingFrom(perhapsAfterTheEnd(device), LATE)
                .otherwise("the click in one tab decided the request of another")
                .toBe(pending());
    }
}
