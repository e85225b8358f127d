package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.terminal;

import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** What a device learns of the user's refusal. */
class RefusalChecks {
    private static final String HIDDEN = "it ends the polling, but hides from the device that the user refused";

    @Check("8628-3.5-access-denied")
    void aRefusalReachesTheDeviceAsAccessDenied(Judge judge, Grants grants) {
        Device device = grants.refused();

        Answer first = device.spacedPoll();
        Answer last = first.pending() ? device.spacedPoll() : first;

        judge.expect("a spaced poll after the refusal", last)
                .learningNothingFrom(
                        Outcome.of(
                                "the end of the code",
                                a -> !a.pending() && device.life().mayHaveExpiredBefore(a)),
                        "the code's life ended before the device could ask")
                .tolerating(hidden(device), HIDDEN)
                .otherwise("the device does not learn that the user refused")
                .toBe(error(ErrorCodes.ACCESS_DENIED));
        judge.expect("the first spaced poll after the refusal", first)
                .tolerating(pending(), "the refusal reaches the device one poll late")
                .toBe(terminal());
    }

    private static Outcome<Answer> hidden(Device device) {
        return Outcome.of(
                "another end",
                a -> !device.life().mayHaveExpiredBefore(a)
                        && (a.isError(ErrorCodes.EXPIRED_TOKEN) || a.isError(ErrorCodes.INVALID_GRANT)));
    }
}
