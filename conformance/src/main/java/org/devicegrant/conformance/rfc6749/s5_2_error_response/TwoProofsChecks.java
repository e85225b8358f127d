package org.devicegrant.conformance.rfc6749.s5_2_error_response;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.served;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import java.util.List;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Audiences;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.Client;

/** Requests that prove the client in two ways at once. */
class TwoProofsChecks {
    private static final String WRONG = "certainly-not-the-secret";
    private static final String CONSEQUENCE = "whoever knows one of two secrets need not know the other";

    @Check("6749-5.2-multiple-auth-methods")
    void aClientIsNotProvedInTwoWaysAtOnce(Devices devices, Judge judge) {
        Client client = devices.confidential();
        String secret = ClientAuthentication.secret(client);
        for (Entrance entrance : Entrance.both(devices, client)) {
            judge.expect(
                            "a right secret both in the header and in the body at " + entrance,
                            entrance.send(both(client, secret, secret)))
                    .tolerating(served(), "which of two proofs counts is left open")
                    .tolerating(turnedAway(), "invalid_request is the defined code")
                    .toBe(error(ErrorCodes.INVALID_REQUEST), error(ErrorCodes.INVALID_CLIENT));
            judgeWrong(
                    judge,
                    entrance,
                    "a right secret in the header and a wrong one in the body",
                    both(client, secret, WRONG));
            judgeWrong(
                    judge,
                    entrance,
                    "a wrong secret in the header and a right one in the body",
                    both(client, WRONG, secret));
        }
        ofTwoClients(devices, judge, client, secret);
    }

    private static UnaryOperator<Request> both(Client client, String inHeader, String inBody) {
        return request -> ClientAuthentication.anonymous(request)
                .header("Authorization", ClientAuthentication.basic(client.clientId(), inHeader))
                .with("client_id", client.clientId())
                .with("client_secret", inBody);
    }

    private static void ofTwoClients(Devices devices, Judge judge, Client client, String secret) {
        Client keyed = devices.target().clients().privateKeyJwt();
        if (keyed == null) {
            return;
        }
        Audiences audiences = Audiences.found(devices, keyed);
        if (!audiences.everywhere()) {
            return;
        }
        String header = ClientAuthentication.basic(client.clientId(), secret);
        List<Entrance> entrances = Entrance.both(devices, keyed, audiences.proof(devices, keyed));
        entrances.forEach(entrance -> judgeWrong(
                judge,
                entrance,
                "the secret of one client in the header and the assertion of another",
                request -> request.header("Authorization", header)));
    }

    private static void judgeWrong(Judge judge, Entrance entrance, String what, UnaryOperator<Request> twist) {
        judge.expect(what + " at " + entrance, entrance.send(twist))
                .tolerating(turnedAway(), "invalid_request is the defined code")
                .otherwise(CONSEQUENCE)
                .toBe(error(ErrorCodes.INVALID_REQUEST), error(ErrorCodes.INVALID_CLIENT));
    }
}
