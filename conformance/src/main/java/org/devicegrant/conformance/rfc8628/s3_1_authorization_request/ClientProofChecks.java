package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Audiences;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.MethodTrial;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.AuthMethod;
import org.devicegrant.conformance.target.Client;

/** Who has to prove at the device authorization endpoint what, and in which ways. */
class ClientProofChecks {
    private static final Outcome<Answer> NOT_ABOUT_THE_CLIENT =
            Outcome.of("another answer", a -> !a.isError(ErrorCodes.INVALID_CLIENT) && a.status() != 401);
    private static final Outcome<MethodTrial> IN_AT_BOTH =
            Outcome.of("both endpoints to let the client in", MethodTrial::inAtBoth);
    private static final Outcome<MethodTrial> OUT_AT_BOTH = Outcome.of("both to refuse it", MethodTrial::outAtBoth);
    private static final Outcome<MethodTrial> IN_AT_ONE =
            Outcome.of("one to let it in", trial -> !trial.inAtBoth() && !trial.outAtBoth());

    @Check("8628-3.1-public-client-accepted")
    void aPublicClientIsAskedForNoSecret(Devices devices, Judge judge) {
        Client client = devices.publicClient();
        Answer started = devices.send(devices.request(client));

        boolean accepted = judge.expect("a device authorization request with client_id alone", started)
                .learningNothingFrom(NOT_ABOUT_THE_CLIENT, "it says nothing about the client")
                .otherwise("an app without a secret cannot use the grant")
                .toBe(codes());
        if (accepted) {
            Answer poll = devices.device(client, started).poll();
            judge.expect("a poll with client_id alone", poll)
                    .learningNothingFrom(NOT_ABOUT_THE_CLIENT, "it says nothing about the client")
                    .otherwise("an app without a secret cannot use the grant")
                    .toBe(pending());
        }
    }

    @Check("8628-3.1-confidential-client-must-authenticate-device")
    void aConfidentialClientGetsNoCodesWithoutItsCredentials(Devices devices, Judge judge) {
        Client client = devices.confidential();
        Request canonical = devices.request(client);
        judge.control("a device authorization request with credentials", devices.send(canonical), codes());

        Request named = ClientAuthentication.anonymous(canonical).with("client_id", client.clientId());
        Request emptyHeader = ClientAuthentication.anonymous(canonical)
                .header("Authorization", ClientAuthentication.basic(client.clientId(), ""));

        judgeUnproved(judge, "client_id alone", devices.send(named));
        judgeUnproved(judge, "an empty client_secret", devices.send(named.with("client_secret", "")));
        judgeUnproved(judge, "an empty password in the Authorization header", devices.send(emptyHeader));
    }

    private static void judgeUnproved(Judge judge, String with, Answer answer) {
        judge.expect("a device authorization request of a confidential client with " + with, answer)
                .tolerating(turnedAway(), "invalid_client is the defined code")
                .otherwise("anybody can ask users to approve in the name of this client")
                .toBe(error(ErrorCodes.INVALID_CLIENT));
    }

    @Check("8628-3.1-same-auth-on-both-endpoints")
    void bothEndpointsTakeTheSameProofs(Devices devices, Judge judge) {
        List<MethodTrial> trials = new ArrayList<>(MethodTrial.ofSecret(devices, devices.confidential()));
        Client open = devices.target().clients().public_();
        if (open != null) {
            trials.addAll(MethodTrial.of(devices, open, List.of(AuthMethod.NONE)));
        }
        trials.forEach(trial -> judgeTrial(judge, trial, advertised(devices.server(), trial.method())));

        Client keyed = devices.target().clients().privateKeyJwt();
        if (keyed != null) {
            judgeAssertions(judge, Audiences.found(devices, keyed));
        }
    }

    /** A method that was promised must work at both; what nobody has promised should at least not work by halves. */
    private static void judgeTrial(Judge judge, MethodTrial trial, boolean advertised) {
        var expectation = judge.expect(
                        trial.method().wireName() + " at the two endpoints",
                        trial,
                        MethodTrial::inWords,
                        trial.evidence())
                .otherwise("a client library that authenticates alike at both endpoints fails at one of them");
        if (trial.registered()) {
            expectation.toBe(IN_AT_BOTH);
        } else if (advertised) {
            expectation.toBe(IN_AT_BOTH, OUT_AT_BOTH);
        } else {
            expectation
                    .tolerating(IN_AT_ONE, "it works by halves, though nobody has promised it")
                    .toBe(IN_AT_BOTH, OUT_AT_BOTH);
        }
    }

    private static boolean advertised(Server server, AuthMethod method) {
        for (Server.Document document : server.metadata()) {
            for (JsonNode name : document.answer().member("token_endpoint_auth_methods_supported")) {
                if (name.asText().equals(method.wireName())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Refused everywhere is left to 7523-2.2-private-key-jwt-accepted: the key in the target file may be wrong. */
    private static void judgeAssertions(Judge judge, Audiences audiences) {
        judge.expect("private_key_jwt at the two endpoints", audiences, ClientProofChecks::inWords, audiences.answers())
                .otherwise("a client library that authenticates alike at both endpoints fails at one of them")
                .toBe(Outcome.of(
                        "both endpoints to let the client in",
                        found -> found.atDevice().isPresent() == found.atToken().isPresent()));
    }

    private static String inWords(Audiences audiences) {
        return audiences.answers().get(0).gist() + " at the device authorization endpoint and "
                + audiences.answers().get(1).gist() + " at the token endpoint";
    }
}
