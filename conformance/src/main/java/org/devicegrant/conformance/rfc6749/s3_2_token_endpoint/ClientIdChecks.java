package org.devicegrant.conformance.rfc6749.s3_2_token_endpoint;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.served;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import java.util.List;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Audiences;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.AuthMethod;
import org.devicegrant.conformance.target.Client;

/** A client_id beside the credentials of a client. */
class ClientIdChecks {
    private static final Outcome<Answer> REPEATED =
            Outcome.of("invalid_request at both endpoints", a -> a.isError(ErrorCodes.INVALID_REQUEST));

    @Check("6749-3.2.1-basic-plus-client-id")
    void aClientMayNameItselfBesideItsCredentials(Devices devices, Judge judge) {
        Client client = devices.confidential().authenticatingBy(AuthMethod.CLIENT_SECRET_BASIC);
        List<Entrance> entrances = Entrance.both(devices, client);
        entrances.forEach(entrance -> judge.control("Basic at " + entrance, entrance.send(), served()));

        List<Answer> answers = entrances.stream()
                .map(entrance -> entrance.send(request -> request.with("client_id", client.clientId())))
                .toList();

        boolean refusedAlike = answers.stream().allMatch(REPEATED::matches);
        for (int i = 0; i < answers.size(); i++) {
            judge.expect("Basic and the same client_id in the body at " + entrances.get(i), answers.get(i))
                    .tolerating(
                            Outcome.of(REPEATED.words(), a -> refusedAlike),
                            "client libraries send client_id always, and RFC 6749 lets them")
                    .otherwise("client libraries that send client_id always cannot use the grant")
                    .toBe(served());
        }
    }

    @Check("6749-3.2.1-client-id-mismatch")
    void nobodyIsServedInTheNameOfAnother(Devices devices, Judge judge) {
        Client other = devices.other();
        Client client = devices.confidential().authenticatingBy(AuthMethod.CLIENT_SECRET_BASIC);
        judgeMixture(devices, judge, client, other, request -> request);

        Client keyed = devices.target().clients().privateKeyJwt();
        if (keyed != null) {
            Audiences audiences = Audiences.found(devices, keyed);
            if (audiences.everywhere()) {
                judgeMixture(devices, judge, keyed, other, audiences.proof(devices, keyed));
            }
        }
    }

    /** An undecided code answers the question as well as an approved one: its client is told to go on polling. */
    private static void judgeMixture(
            Devices devices, Judge judge, Client client, Client other, UnaryOperator<Request> proof) {
        judge.control(
                "a device authorization request without client_id",
                devices.send(proof.apply(devices.request(client))),
                codes());

        Answer started = devices.send(proof.apply(devices.request(client)).with("client_id", other.clientId()));
        judge.expect("credentials of one client and the client_id of another", started)
                .tolerating(turnedAway(), "invalid_request and invalid_client are the defined codes")
                .tolerating(
                        Outcome.of("codes", a -> a.codes() && serves(devices, client, proof, a)),
                        "the client_id is ignored, and the codes are the authenticated client's")
                .otherwise("one client can ask users to approve in the name of another")
                .toBe(error(ErrorCodes.INVALID_REQUEST), error(ErrorCodes.INVALID_CLIENT));

        Device foreign = devices.start(other);
        Request poll = proof.apply(devices.protocol().poll(client, foreign.deviceCode()));
        judge.expect(
                        "a poll with the credentials of one client, and client_id and code of another",
                        foreign.send(poll.with("client_id", other.clientId())))
                .tolerating(turnedAway(), "the client_id is ignored")
                .otherwise("one client can redeem the codes of another")
                .toBe(error(ErrorCodes.INVALID_REQUEST), error(ErrorCodes.INVALID_CLIENT));
    }

    private static boolean serves(Devices devices, Client client, UnaryOperator<Request> proof, Answer started) {
        Device device = devices.device(client, started);
        return served().matches(device.send(proof.apply(device.pollRequest())));
    }
}
