package org.devicegrant.conformance.kiosk;

import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Attributes;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** People who decide about a device for somebody else's account. */
class ApproverChecks {
    @Check("kiosk-approver-differs")
    void onlyTheEntitledDecideAndTheTokenIsTheOwners(Devices devices, Judge judge, Users users) {
        KioskDevices kiosk = KioskDevices.of(devices);
        String entitled = Devices.given(kiosk.kiosk().entitled(), "kiosk.entitled");
        String stranger = Devices.given(kiosk.kiosk().stranger(), "kiosk.stranger");

        List<Answer> tokens = Together.all(List.<Supplier<Answer>>of(
                () -> approvedByTheEntitled(judge, users, kiosk, entitled),
                () -> triedByAStranger(judge, users, kiosk, stranger),
                () -> refusedByTheEntitled(judge, users, kiosk, entitled)));

        if (tokens.get(0).tokens() && tokens.get(1).tokens()) {
            String owner = subject(devices, tokens.get(1));
            judge.expect(
                            "a token that somebody entitled has approved",
                            subject(devices, tokens.get(0)),
                            sub -> "another subject",
                            tokens)
                    .otherwise("the device acts for whoever stood before it")
                    .toBe(Outcome.of("the subject of the owner's own approval", owner::equals));
        }
    }

    private static Answer approvedByTheEntitled(Judge judge, Users users, KioskDevices kiosk, String entitled) {
        try (Sitting sitting = users.apart(entitled)) {
            Device device = kiosk.start();
            Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
            judge.expect("the decision page for somebody entitled", sitting.text(), page -> "no account")
                    .tolerating(Outcome.of("no account", page -> true), "nobody can see for whom they decide")
                    .toBe(Outcome.of("the owner's account", page -> lower(page).contains(lower(kiosk.owner()))));
            Walks.completed(sitting.goOn(Decision.APPROVE), Decision.APPROVE);
            Answer answer = Grants.polled(device).answer();
            judge.expectState("a poll after the approval of somebody entitled", answer)
                    .learningNothingFrom(endOf(device), "the code ended before that")
                    .otherwise("who may decide for the owner cannot")
                    .toBe(token());
            return answer;
        }
    }

    /** The same device afterwards, approved by its owner, tells whether the attempt has done damage. */
    private static Answer triedByAStranger(Judge judge, Users users, KioskDevices kiosk, String stranger) {
        Device device;
        try (Sitting sitting = users.apart(stranger)) {
            device = kiosk.start();
            sitting.byTyping(device, Decision.APPROVE);
        }
        Answer after = device.spacedPoll();
        boolean alive = judge.expectState("a poll after a stranger's attempt to approve", after)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .tolerating(error(ErrorCodes.ACCESS_DENIED), "a stranger's attempt counts as a refusal")
                .otherwise("anybody who knows the user code decides for the owner")
                .toBe(pending());
        if (!alive || !after.pending()) {
            return after;
        }
        try (Sitting sitting = users.apart(kiosk.owner())) {
            Walks.completed(sitting.byTyping(device, Decision.APPROVE), Decision.APPROVE);
        }
        Answer answer = Grants.polled(device).answer();
        judge.expectState("a poll after the owner's approval", answer)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .otherwise("a stranger's attempt costs the owner the login")
                .toBe(token());
        return answer;
    }

    private static Answer refusedByTheEntitled(Judge judge, Users users, KioskDevices kiosk, String entitled) {
        Device device;
        try (Sitting sitting = users.apart(entitled)) {
            device = kiosk.start();
            Walks.completed(sitting.byTyping(device, Decision.REFUSE), Decision.REFUSE);
        }
        Answer answer = Grants.polled(device).answer();
        judge.expectState("a poll after the refusal of somebody entitled", answer)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .tolerating(terminal(), "access_denied is the defined code")
                .otherwise("the device goes on polling in vain")
                .toBe(error(ErrorCodes.ACCESS_DENIED));
        return answer;
    }

    private static String subject(Devices devices, Answer answer) {
        String token = answer.member("access_token").asText();
        Optional<String> subject = devices.oracle()
                .attributes(token)
                .flatMap(Attributes::subject)
                .or(() -> devices.oracle()
                        .userinfo(token)
                        .map(info -> info.member("sub").asText("")));
        return subject.filter(sub -> !sub.isEmpty())
                .orElseThrow(() -> new Inconclusive(
                        "nothing tells whose token it is", "give clients.introspection with endpoints.introspection"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
