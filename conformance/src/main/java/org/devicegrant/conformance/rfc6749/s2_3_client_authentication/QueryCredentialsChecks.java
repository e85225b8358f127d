package org.devicegrant.conformance.rfc6749.s2_3_client_authentication;

import static org.devicegrant.conformance.assertion.Answers.error;
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
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.target.Client;

/** Credentials where logs and caches see them. */
class QueryCredentialsChecks {
    @Check("6749-2.3.1-secret-not-from-query")
    void credentialsInTheQueryProveNothing(Devices devices, Judge judge) {
        Client client = devices.confidential();
        Form secret = Form.empty()
                .with("client_id", client.clientId())
                .with("client_secret", ClientAuthentication.secret(client));
        for (Entrance entrance : Entrance.both(devices, client)) {
            judgeQuery(
                    judge,
                    entrance,
                    "client_secret",
                    request -> ClientAuthentication.anonymous(request).withQuery(secret));
        }

        Client keyed = devices.target().clients().privateKeyJwt();
        if (keyed != null) {
            Audiences audiences = Audiences.found(devices, keyed);
            if (audiences.everywhere()) {
                List<Entrance> entrances = Entrance.both(devices, keyed, audiences.proof(devices, keyed));
                entrances.forEach(entrance ->
                        judgeQuery(judge, entrance, "client_assertion", QueryCredentialsChecks::assertionMoved));
            }
        }
    }

    private static void judgeQuery(Judge judge, Entrance entrance, String what, UnaryOperator<Request> moved) {
        judge.expect(what + " in the query at " + entrance, entrance.send(moved))
                .tolerating(turnedAway(), "invalid_client and invalid_request are the defined codes")
                .otherwise("clients that put it there leave it in every log on the way")
                .toBe(error(ErrorCodes.INVALID_CLIENT), error(ErrorCodes.INVALID_REQUEST));
    }

    /** Takes the assertion from the body into the query. */
    private static Request assertionMoved(Request request) {
        Form query = Form.empty()
                .with("client_assertion_type", request.form().value("client_assertion_type"))
                .with("client_assertion", request.form().value("client_assertion"));
        return ClientAuthentication.anonymous(request).withQuery(query);
    }
}
