package org.devicegrant.conformance.rfc9396;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.token;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import java.util.List;
import java.util.function.Supplier;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** Authorization that is described in more words than scopes have. */
class DetailsChecks {
    private static final String PARAMETER = "authorization_details";
    private static final String BROKEN = "[{\"type\":";
    private static final String UNKNOWN = "[{\"type\":\"device-grant-no-such-type\"}]";

    @Check("9396-authorization-details")
    void detailsAreCheckedShownAndReturned(Devices devices, Judge judge, Users users, Grants grants) {
        String details =
                "[" + Devices.given(devices.target().probes().authorizationDetails(), "authorization_details") + "]";
        boolean taken = judge.expect("a device authorization request with details", start(devices, details))
                .learningNothingFrom(
                        error(ErrorCodes.INVALID_AUTHORIZATION_DETAILS),
                        "authorization_details in the target file may not be what the server takes")
                .otherwise("devices can describe what they want by scope only")
                .toBe(codes());

        List<Supplier<Boolean>> parts = List.of(
                () -> refused(devices, judge, grants, "broken details", BROKEN),
                () -> refused(devices, judge, grants, "details of an unknown type", UNKNOWN),
                () -> !taken || shownAndReturned(devices, judge, users, details));
        Together.all(parts);
    }

    private static Answer start(Devices devices, String details) {
        return devices.send(devices.request().with(PARAMETER, details));
    }

    private static boolean refused(Devices devices, Judge judge, Grants grants, String what, String details) {
        Answer answer = start(devices, details);
        boolean refused = judge.expect("a device authorization request with " + what, answer)
                .tolerating(turnedAway(), "invalid_authorization_details is the defined code")
                .tolerating(
                        Outcome.of("codes", a -> a.codes() && refusedInTheEnd(devices, grants, details)),
                        "they are refused only after the user has been asked in vain")
                .otherwise("nobody knows what such a token allows")
                .toBe(error(ErrorCodes.INVALID_AUTHORIZATION_DETAILS));
        return refused;
    }

    private static boolean refusedInTheEnd(Devices devices, Grants grants, String details) {
        Answer end = grants.redeemed(() -> devices.device(devices.main(), start(devices, details)))
                .answer();
        return !end.tokens() && end.terminal();
    }

    private static boolean shownAndReturned(Devices devices, Judge judge, Users users, String details) {
        Approval approval = approve(devices, users, details);
        Answer answer = Grants.polled(approval.device()).answer();
        judge.expect("a poll after the approval of details", answer)
                .learningNothingFrom(endOf(approval.device()), "the code ended before that")
                .toBe(token());
        judge.expect("authorization_details of the token answer", answer.member(PARAMETER), Members::gist, answer)
                .otherwise("the device does not know what it may do")
                .toBe(Outcome.of("a list", n -> n.isArray() && !n.isEmpty()));
        return judge.expect("the details on the decision page", approval.page(), page -> "nothing of them", answer)
                .otherwise("the user approves what they have not seen")
                .toBe(Outcome.of(
                        "some words of them",
                        page -> page.tells(details) || page.tellsMoreThan(plain(devices, users))));
    }

    /** A device whose user has approved, and the page that was read before. */
    private record Approval(Device device, DecisionPage page) {}

    private static Approval approve(Devices devices, Users users, String details) {
        try (Sitting sitting = users.first()) {
            return sitting.act(tab -> {
                Device device = devices.device(devices.main(), start(devices, details));
                Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
                DecisionPage page = new DecisionPage(tab.text(), device.userCode());
                Walks.completed(sitting.goOn(Decision.APPROVE), Decision.APPROVE);
                return new Approval(device, page);
            });
        }
    }

    /** The decision page of a request without details. */
    private static DecisionPage plain(Devices devices, Users users) {
        try (Sitting sitting = users.first()) {
            return sitting.act(tab -> {
                Device device = devices.start();
                Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
                return new DecisionPage(tab.text(), device.userCode());
            });
        }
    }
}
