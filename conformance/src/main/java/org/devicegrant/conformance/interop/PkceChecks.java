package org.devicegrant.conformance.interop;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.user.Users;

/** A proof key (RFC 7636) with the device grant, which some servers know and no text defines. */
class PkceChecks {
    private static final String VERIFIER = "code_verifier";

    @Check("pkce-on-device-grant")
    void aChallengeIsVerifiedFullyOrIgnored(Devices devices, Judge judge, Users users, Grants grants) {
        CodeVerifier verifier = new CodeVerifier();
        Request request = challenging(devices, verifier);
        judge.control("a device authorization request with code_challenge", devices.send(request), codes());

        Device device = users.decide(() -> devices.started(devices.main(), request), Decision.APPROVE);
        Answer wrong = device.pollUntilDecided(2, poll -> poll.with(VERIFIER, new CodeVerifier().getValue()));
        if (wrong.tokens()) {
            judgeIgnorance(devices, judge, users, request, wrong);
        } else {
            judgeEnforcement(judge, device, verifier, wrong);
            judgeWithoutFailure(devices, judge, users, verifier);
        }
        judgeVerifierAlone(devices, judge, users);
    }

    private static Request challenging(Devices devices, CodeVerifier verifier) {
        CodeChallenge challenge = CodeChallenge.compute(CodeChallengeMethod.S256, verifier);
        return devices.request().with("code_challenge", challenge.getValue()).with("code_challenge_method", "S256");
    }

    /** Whoever takes a wrong verifier must not ask for one. */
    private static void judgeIgnorance(Devices devices, Judge judge, Users users, Request request, Answer wrong) {
        Device device = users.decide(() -> devices.started(devices.main(), request), Decision.APPROVE);
        Answer missing = device.pollUntilDecided(2);
        judge.expectState("a poll without code_verifier, where a wrong one was accepted", missing)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .otherwise("only the presence of code_verifier is checked, which protects nobody")
                .toBe(token());
        judge.saw(java.util.List.of(wrong.number()));
    }

    private static void judgeEnforcement(Judge judge, Device device, CodeVerifier verifier, Answer wrong) {
        judge.expect("a poll with a wrong code_verifier", wrong)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .tolerating(terminal(), "invalid_grant is the defined code")
                .toBe(error(ErrorCodes.INVALID_GRANT));
        Answer missing = device.spacedPoll();
        judge.expect("a poll without code_verifier", missing)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .tolerating(terminal(), "invalid_grant is the defined code")
                .otherwise("whoever leaves the proof out needs none")
                .toBe(error(ErrorCodes.INVALID_GRANT));
        Answer right = device.spacedPoll(poll -> poll.with(VERIFIER, verifier.getValue()));
        judge.expectState("a poll with the right code_verifier after them", right)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .tolerating(
                        Outcome.of("an error", a -> terminal().matches(a)),
                        "a failed attempt of somebody else costs the user the login")
                .toBe(token());
    }

    private static void judgeWithoutFailure(Devices devices, Judge judge, Users users, CodeVerifier verifier) {
        Device device =
                users.decide(() -> devices.started(devices.main(), challenging(devices, verifier)), Decision.APPROVE);
        judge.expectState(
                        "a poll with the right code_verifier",
                        device.pollUntilDecided(2, poll -> poll.with(VERIFIER, verifier.getValue())))
                .learningNothingFrom(endOf(device), "the code ended before that")
                .otherwise("devices that protect their codes cannot redeem them")
                .toBe(token());
    }

    private static void judgeVerifierAlone(Devices devices, Judge judge, Users users) {
        Device device = users.decide(devices::start, Decision.APPROVE);
        judge.expectState(
                        "a poll with a code_verifier to which there is no challenge",
                        device.pollUntilDecided(2, poll -> poll.with(VERIFIER, new CodeVerifier().getValue())))
                .learningNothingFrom(endOf(device), "the code ended before that")
                .tolerating(error(ErrorCodes.INVALID_REQUEST), "a parameter that is not needed is not ignored")
                .tolerating(error(ErrorCodes.INVALID_GRANT), "a parameter that is not needed is not ignored")
                .toBe(token());
    }
}
