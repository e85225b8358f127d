package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.perhapsAfterTheEnd;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;

import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** The way from the address on the device's screen to the decision. */
class InteractionChecks {
    private static final String LOST = "the code was lost, which approves nothing";
    private static final Outcome<Walk> NOT_UNDERSTOOD =
            Outcome.of("a page that was not understood", walk -> !walk.understood());

    @Check("8628-3.3-interaction-from-verification-uri")
    void aUserWhoTypesAddressAndCodeCanApprove(Devices devices, Judge judge, Users users) {
        Device device;
        try (Sitting sitting = users.apart()) {
            device = devices.start();
            Walk walk = sitting.byTyping(device, Decision.APPROVE);
            judge.expect("the way from verification_uri in a clean browser", walk, Walks::inWords, device.issued())
                    .learningNothingFrom(NOT_UNDERSTOOD, walk.reason())
                    .learningNothingFrom(ended(PageKind.WRONG_LOGIN), "check users[0] in the target file")
                    .otherwise("a user without the shortcut cannot log the device in")
                    .toBe(ended(PageKind.SUCCESS), Outcome.of("a decision", Walks::askedForADecision));
        }

        judge.expectState("the poll after that", device.pollUntilDecided(2))
                .learningNothingFrom(pending(), "see 8628-3.5-success-after-approval")
                .otherwise("a user without the shortcut cannot log the device in")
                .toBe(token());
    }

    private static Outcome<Walk> ended(PageKind kind) {
        return Outcome.of("a page of the kind " + kind, walk -> walk.ending() == kind);
    }

    @Check("8628-3.3-approve-or-deny")
    void theUserCanRefuseAsWellAsApprove(Devices devices, Judge judge, Users users) {
        try (Sitting sitting = users.apart()) {
            Device device = devices.start();
            Walk walk = sitting.byTyping(device, Decision.REFUSE);
            judge.expect("the decision page", walk, InteractionChecks::controls, device.issued())
                    .learningNothingFrom(NOT_UNDERSTOOD, walk.reason())
                    .learningNothingFrom(
                            Outcome.of("no decision page", w -> !Walks.askedForADecision(w)),
                            "see 6749-10.12-explicit-consent")
                    .otherwise("a user who did not start this has no way to say so")
                    .toBe(Outcome.of(
                            "a control that refuses",
                            w -> w.ending() != PageKind.DECISION && Walks.askedForADecision(w)));
        }
    }

    private static String controls(Walk walk) {
        return walk.ending() == PageKind.DECISION ? "none that refuses" : Walks.inWords(walk);
    }

    @Check("6749-10.2-no-automatic-repeat-approval")
    void aSecondDeviceIsNotApprovedWithoutTheUser(Devices devices, Judge judge, Users users) {
        Client client = devices.publicClient();
        try (Sitting sitting = users.apart()) {
            Walks.completed(sitting.byTyping(devices.start(client), Decision.APPROVE), Decision.APPROVE);
            Device second = devices.start(client);
            Walk again = sitting.byTyping(second, Decision.NONE);

            judge.expectState("the first poll of a second device, its code entered and no more", second.spacedPoll())
                    .learningNothingFrom(perhapsAfterTheEnd(second), "the lifetime ended before the poll")
                    .learningNothingFrom(terminal(), LOST)
                    .otherwise("whoever gets this user to type a code has logged in")
                    .toBe(pending());
            judge.expectState("the second poll of that device", second.spacedPoll())
                    .learningNothingFrom(perhapsAfterTheEnd(second), "the lifetime ended before the poll")
                    .learningNothingFrom(terminal(), LOST)
                    .otherwise("whoever gets this user to type a code has logged in")
                    .toBe(pending());
            judge.expect("the page after the second code", again, Walks::inWords, second.issued())
                    .learningNothingFrom(NOT_UNDERSTOOD, again.reason())
                    .tolerating(
                            ended(PageKind.CODE_CONFIRMATION), "the code is to be confirmed, but nothing is decided")
                    .toBe(Outcome.of("a decision", Walks::askedForADecision));
        }
    }

    @Check("8628-3.3-device-code-not-exposed")
    void theBrowserNeverSeesTheDeviceCode(Devices devices, Judge judge, Users users) {
        try (Sitting sitting = users.apart()) {
            Device device = devices.start();
            Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
            Exposure atTheDecision = Exposure.of(sitting, device.deviceCode());
            Walks.completed(sitting.goOn(Decision.APPROVE), Decision.APPROVE);
            Exposure all = atTheDecision.and(Exposure.of(sitting, device.deviceCode()));

            judge.expect("the device code", all, Exposure::inWords, device.issued())
                    .tolerating(Outcome.of("outside addresses", e -> !e.inAddress()), "only the device needs it")
                    .otherwise("history, logs and Referer headers leak it, and with it the grant")
                    .toBe(Outcome.of("nowhere in the browser", e -> !e.anywhere()));
        }
    }

    @Check("6749-10.12-explicit-consent")
    void enteringTheCodeIsNotYetAnApproval(Devices devices, Judge judge, Users users) {
        try (Sitting sitting = users.apart()) {
            signIn(sitting, devices.start());
            Device device = devices.start();
            Walk walk = sitting.byTyping(device, Decision.NONE);

            judge.expectState("the first poll after the code was entered and nothing else", device.spacedPoll())
                    .learningNothingFrom(perhapsAfterTheEnd(device), "the lifetime ended before the poll")
                    .learningNothingFrom(terminal(), LOST)
                    .otherwise("the user has not agreed to anything")
                    .toBe(pending());
            judge.expectState("the second poll", device.spacedPoll())
                    .learningNothingFrom(perhapsAfterTheEnd(device), "the lifetime ended before the poll")
                    .learningNothingFrom(terminal(), LOST)
                    .otherwise("the user has not agreed to anything")
                    .toBe(pending());
            judge.expect("the page after the code", walk, Walks::inWords, device.issued())
                    .learningNothingFrom(NOT_UNDERSTOOD, walk.reason())
                    .learningNothingFrom(
                            Outcome.of("a code that was not taken", w -> !Walks.codeTaken(w)),
                            "see 8628-3.3-interaction-from-verification-uri")
                    .otherwise("the user is never asked")
                    .toBe(Outcome.of("a decision", Walks::askedForADecision));
        }
    }

    /** A walk with another device signs the user in, however it ends: what is asked for is remembered or not. */
    private static void signIn(Sitting sitting, Device another) {
        sitting.byTyping(another, Decision.NONE);
    }
}
