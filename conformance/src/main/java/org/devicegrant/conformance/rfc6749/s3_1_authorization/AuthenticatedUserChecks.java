package org.devicegrant.conformance.rfc6749.s3_1_authorization;

import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.perhapsAfterTheEnd;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;

import java.util.stream.Collectors;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.user.DecisionRequest;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** Approvals of nobody. */
class AuthenticatedUserChecks {
    private static final String LATE = "the lifetime ended before the poll";
    private static final String LOST = "the code was lost, which approves nothing";
    private static final String CONSEQUENCE = "whoever knows a user code approves it in somebody's name";

    @Check("6749-3.1-user-authenticated-before-approval")
    void nobodyApprovesWithoutSigningIn(Devices devices, Judge judge, Users users) {
        Device device;
        try (Sitting sitting = users.apart()) {
            device = devices.start();
            Walk walk = sitting.byTypingAnonymously(device);
            judge.expect("the way of somebody who does not sign in", walk, Walks::inWords, device.issued())
                    .otherwise("the page says that somebody unknown has approved")
                    .toBe(Outcome.of("no approval", w -> w.ending() != PageKind.SUCCESS));
        }
        judge.expectState("the poll after somebody who did not sign in", device.spacedPoll())
                .learningNothingFrom(perhapsAfterTheEnd(device), LATE)
                .learningNothingFrom(terminal(), LOST)
                .otherwise(CONSEQUENCE)
                .toBe(pending());

        try (Sitting sitting = users.apart()) {
            judgeRepetition(judge, devices, sitting);
        }
    }

    private static void judgeRepetition(Judge judge, Devices devices, Sitting sitting) {
        DecisionRequest approval = DecisionRequest.learnt(sitting, devices.start(), Decision.APPROVE);
        Device device = devices.start();
        Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);

        Request repeated = approval.on(sitting).request();
        devices.wire().send(repeated);
        devices.wire().send(repeated.header("Cookie", cookiesOfNobody(devices, device)));

        boolean refused = judge.expectState(
                        "the poll after an approval without the session's cookies", device.spacedPoll())
                .learningNothingFrom(perhapsAfterTheEnd(device), LATE)
                .learningNothingFrom(terminal(), LOST)
                .otherwise(CONSEQUENCE)
                .toBe(pending());
        if (refused) {
            devices.wire().send(approval.pressedOn(sitting));
            judge.control("the same request with the session's cookies", device.pollUntilDecided(2), token());
        }
    }

    /** Cookies of a visitor who has only looked at the page. */
    private static String cookiesOfNobody(Devices devices, Device device) {
        Request visit = Request.get(Endpoint.VERIFICATION_PAGE, "visit", device.verificationUri())
                .header("Accept", "text/html");
        return devices.wire().send(visit).headerValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }
}
