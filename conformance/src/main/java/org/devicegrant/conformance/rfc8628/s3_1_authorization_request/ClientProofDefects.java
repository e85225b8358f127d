package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Servers that ask the wrong clients for a proof, or ask for it at one endpoint only. */
public final class ClientProofDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "asksEverybodyForASecret",
                        "The token endpoint demands client_secret for every grant.",
                        Set.of("8628-3.1-public-client-accepted"),
                        "A poll with client_id alone: expected authorization_pending or slow_down,"
                                + " got 401 invalid_client*",
                        server -> server.authentication().around(ClientProofDefects::secretive)),
                new Defect(
                        "ignoresThePasswordBesideTheName",
                        "The device authorization endpoint takes the name in the Basic header and ignores the password.",
                        Set.of("8628-3.1-confidential-client-must-authenticate-device"),
                        "*with an empty password in the Authorization header: expected invalid_client,"
                                + " got 200 with codes*",
                        server -> server.authentication()
                                .right(password -> password.isRight()
                                        || (password.endpoint() == Endpoint.DEVICE_AUTHORIZATION
                                                && password.method() == Client.Method.BASIC))),
                new Defect(
                        "issuesCodesToWhoeverNamesAClient",
                        "The device authorization endpoint authenticates nobody.",
                        Set.of("8628-3.1-confidential-client-must-authenticate-device"),
                        "*with client_id alone: expected invalid_client, got 200 with codes*",
                        server -> server.authentication()
                                .proofNeeded((endpoint, client) -> endpoint == Endpoint.TOKEN && !client.isPublic())),
                new Defect(
                        "knowsBasicOnlyWhereCodesAreIssued",
                        "client_secret_post works at the token endpoint, and not at the device authorization endpoint.",
                        Set.of("8628-3.1-same-auth-on-both-endpoints"),
                        "Client_secret_post at the two endpoints: expected *, got 401 invalid_client at the device"
                                + " authorization endpoint and 400 * at the token endpoint*",
                        server -> server.authentication()
                                .known((endpoint, method) ->
                                        endpoint != Endpoint.DEVICE_AUTHORIZATION || method != Client.Method.POST)));
    }

    private static Client secretive(Attempt attempt, Function<Attempt, Client> next) {
        boolean proved = attempt.form().has("client_secret")
                || attempt.request().header("Authorization").isPresent();
        if (attempt.endpoint() == Endpoint.TOKEN && !proved) {
            throw Refusal.invalidClient("A secret is needed");
        }
        return next.apply(attempt);
    }
}
