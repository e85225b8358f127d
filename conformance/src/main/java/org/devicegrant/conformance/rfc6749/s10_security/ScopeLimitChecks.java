package org.devicegrant.conformance.rfc6749.s10_security;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;
import static org.devicegrant.conformance.assertion.Outcome.is;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_SCOPE;

import java.util.List;
import java.util.function.Function;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.user.Users;

/** Scopes that belong to other clients. */
class ScopeLimitChecks {
    @Check("6749-10.3-scope-limited-to-client")
    void aScopeOfAnotherClientIsNeverGranted(Devices devices, Judge judge, Users users) {
        String forbidden = Devices.given(devices.target().probes().forbiddenScope(), "forbidden_scope");
        devices.start();

        String scope = withUsual(devices, forbidden);
        Answer asked = devices.send(devices.protocol().authorization(devices.main(), scope));
        judge.expect("a device authorization request with a scope of another client", asked)
                .tolerating(terminal(), "the code for a scope that is not allowed is invalid_scope")
                .toBe(codes(), error(INVALID_SCOPE));
        if (asked.codes()) {
            users.requireDecisions("whether the scope is granted after all");
            Device device = users.decide(() -> devices.startWithScope(devices.main(), scope), Decision.APPROVE);
            expectNotGranted(judge, device, forbidden);
        }
    }

    private static String withUsual(Devices devices, String forbidden) {
        String usual = devices.protocol().scope(devices.main());
        return usual == null ? forbidden : usual + " " + forbidden;
    }

    private static void expectNotGranted(Judge judge, Device device, String forbidden) {
        Answer answer = device.pollUntilDecided(2);
        judge.expectState("the poll after the approval", answer)
                .tolerating(
                        Outcome.of(
                                "a refusal", a -> a.terminal() && !device.life().mayHaveExpiredBefore(a)),
                        "the scope is refused only after the user has been asked in vain")
                .learningNothingFrom(terminal(), "the code's life ended before the device could ask")
                .toBe(token());
        if (answer.tokens()) {
            judge.expect("the scope of the token", granted(answer, forbidden), Function.identity(), answer)
                    .otherwise("a client gets more than it is registered for")
                    .toBe(is("without the forbidden one"));
        }
    }

    private static String granted(Answer answer, String forbidden) {
        if (!answer.member("scope").isTextual()) {
            throw new Inconclusive(
                    "the token response does not name the scope that was granted",
                    "see what the requirements on scopes say about this answer");
        }
        List<String> scopes = List.of(answer.member("scope").textValue().split(" "));
        return scopes.contains(forbidden) ? "with the forbidden one" : "without the forbidden one";
    }
}
