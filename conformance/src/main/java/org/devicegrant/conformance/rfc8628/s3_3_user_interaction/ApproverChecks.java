package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import static org.devicegrant.conformance.assertion.Answers.token;

import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.target.User;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** Two people at one browser: one types the code, the other decides. */
class ApproverChecks {
    @Check("derived-subject-is-approver")
    void theTokenIsForWhoeverDecides(Devices devices, Judge judge, Users users) {
        User decider = users.user(1);
        String expected =
                subject(devices, judge.control("a device that the second user approves", own(devices, users), token()));
        Device device;
        try (Sitting first = users.apart()) {
            device = devices.start();
            Walks.completed(first.byTyping(device, Decision.NONE), Decision.NONE);
            Sitting second = first.takenOverBy(
                    new Credentials(decider.username(), decider.password().reveal()));
            if (second.goOn(Decision.APPROVE).ending() != PageKind.SUCCESS) {
                second.byTyping(device, Decision.APPROVE);
            }
        }

        Answer poll = device.pollUntilDecided(2);
        String actual = poll.tokens() ? subject(devices, poll) : "";
        judge.expect(
                        "the poll after one user typed the code and another approved",
                        actual,
                        s -> "a token for another",
                        poll)
                .otherwise("the device is logged in to the account of somebody who has not approved")
                .toBe(
                        Outcome.of("a token for the one who approved", expected::equals),
                        Outcome.of("no token", String::isEmpty));
    }

    private static Answer own(Devices devices, Users users) {
        try (Sitting sitting = users.second()) {
            Device device = sitting.act(tab -> {
                Device started = devices.start();
                Walks.completed(sitting.byTyping(started, Decision.APPROVE), Decision.APPROVE);
                return started;
            });
            return device.pollUntilDecided(2);
        }
    }

    private static String subject(Devices devices, Answer answer) {
        return devices.oracle()
                .subject(answer)
                .orElseThrow(() -> new Inconclusive(
                        "nothing tells for whom a token is",
                        "give clients.introspection, or a scope with openid where the server has user info"));
    }
}
