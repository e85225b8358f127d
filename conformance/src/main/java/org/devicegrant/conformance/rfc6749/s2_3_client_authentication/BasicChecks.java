package org.devicegrant.conformance.rfc6749.s2_3_client_authentication;

import static org.devicegrant.conformance.assertion.Answers.served;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import java.util.function.UnaryOperator;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.flow.MethodTrial;
import org.devicegrant.conformance.target.AuthMethod;
import org.devicegrant.conformance.target.Client;

/** HTTP Basic, which every server with client passwords has to take. */
class BasicChecks {
    private static final Outcome<MethodTrial> IN_AT_BOTH =
            Outcome.of("both endpoints to let the client in", MethodTrial::inAtBoth);
    private static final Outcome<MethodTrial> NOT_REGISTERED = Outcome.of(
            "a refusal at both of a client that is registered for another method",
            trial -> !trial.registered() && trial.outAtBoth());

    @Check("6749-2.3.1-basic-supported")
    void basicWorksAtBothEndpoints(Devices devices, Judge judge) {
        Client client = devices.confidential();
        MethodTrial basic = MethodTrial.ofSecret(devices, client).get(0);

        judge.expect("client_secret_basic", basic, MethodTrial::inWords, basic.evidence())
                .tolerating(
                        NOT_REGISTERED,
                        "the client is registered for client_secret_post, which works; OAuth 2.1 allows it")
                .otherwise("RFC 6749 promises Basic to every client with a password")
                .toBe(IN_AT_BOTH);
        if (basic.inAtBoth()) {
            Client byHeader = client.authenticatingBy(AuthMethod.CLIENT_SECRET_BASIC);
            for (Entrance entrance : Entrance.both(devices, byHeader)) {
                judge.expect("the scheme written \"basic\" at " + entrance, entrance.send(lowerCase(client)))
                        .tolerating(turnedAway(), "names of schemes have no case")
                        .toBe(served());
            }
        }
    }

    private static UnaryOperator<Request> lowerCase(Client client) {
        String header = ClientAuthentication.basic(client.clientId(), ClientAuthentication.secret(client));
        return request -> request.header("Authorization", header.replaceFirst("Basic", "basic"));
    }
}
