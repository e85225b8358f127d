package org.devicegrant.conformance.rfc8628.s3_4_token_request;

import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.token;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Users;

/** Polls in the name of a client that has credentials and does not show them. */
class UnprovedPollChecks {
    @Check("8628-3.4-confidential-client-must-authenticate-token")
    void aConfidentialClientGetsNoTokenWithoutItsCredentials(Devices devices, Judge judge, Users users) {
        Client client = devices.confidential();
        Device device = users.decide(
                () -> {
                    Device pending = devices.start(client);
                    judgeUnproved(
                            judge,
                            "a poll of a confidential client without credentials",
                            pending.send(unproved(pending.pollRequest(), client)));
                    return pending;
                },
                Decision.APPROVE);
        judgeUnproved(judge, "the same poll after the approval", device.spacedPoll(poll -> unproved(poll, client)));

        judge.expectState("a poll with credentials after it", device.pollUntilDecided(2))
                .learningNothingFrom(endOf(device), "the code ended before that")
                .otherwise("somebody else's attempt costs the user the login")
                .toBe(token());
    }

    private static Request unproved(Request poll, Client client) {
        return ClientAuthentication.anonymous(poll).with("client_id", client.clientId());
    }

    private static void judgeUnproved(Judge judge, String subject, Answer answer) {
        judge.expect(subject, answer)
                .tolerating(turnedAway(), "invalid_client is the defined code")
                .otherwise("whoever sees a device code can redeem it without the client's secret")
                .toBe(error(ErrorCodes.INVALID_CLIENT));
    }
}
