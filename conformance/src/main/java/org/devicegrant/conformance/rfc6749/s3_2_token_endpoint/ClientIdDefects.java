package org.devicegrant.conformance.rfc6749.s3_2_token_endpoint;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Servers that misread a client_id beside credentials. */
public final class ClientIdDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "countsClientIdAsASecondProof",
                        "The device authorization endpoint takes client_id beside Basic for two ways of authenticating.",
                        Set.of("6749-3.2.1-basic-plus-client-id"),
                        "Basic and the same client_id in the body at the device authorization endpoint: expected codes,"
                                + " a pending answer or a token, got 400 invalid_request*",
                        server -> server.authentication().around(ClientIdDefects::strict)),
                new Defect(
                        "believesTheClientIdInTheBody",
                        "Checks the secret in the header, and goes on as the client that the body names.",
                        Set.of("6749-3.2.1-client-id-mismatch"),
                        "Credentials of one client and the client_id of another: expected invalid_request or"
                                + " invalid_client, got 200 with codes*code of another: expected * got 400 *",
                        server -> server.authentication().around((attempt, next) -> believing(server, attempt, next))),
                new Defect(
                                "countsClientIdAsASecondProofEverywhere",
                                "Both endpoints take client_id beside Basic for two ways of authenticating.",
                                Set.of("6749-3.2.1-basic-plus-client-id"),
                                "Basic and the same client_id in the body at * got 400 invalid_request: client libraries"
                                        + " send client_id always*",
                                server -> server.authentication().around(ClientIdDefects::strictEverywhere))
                        .onlyWarnedAbout(),
                new Defect(
                                "overlooksTheClientIdBesideTheHeader",
                                "Goes by the credentials, whatever client the body names.",
                                Set.of("6749-3.2.1-client-id-mismatch"),
                                "Credentials of one client and the client_id of another got 200 with codes: the client_id"
                                        + " is ignored, and the codes are the authenticated client's; *code of another got"
                                        + " 400 invalid_grant: the client_id is ignored*",
                                server -> server.authentication().around(ClientIdDefects::overlooking))
                        .onlyWarnedAbout());
    }

    private static Client strictEverywhere(Attempt attempt, Function<Attempt, Client> next) {
        if (attempt.request().header("Authorization").isPresent()
                && attempt.form().has("client_id")) {
            throw Refusal.invalidRequest("The client authenticates in more than one way");
        }
        return next.apply(attempt);
    }

    private static Client overlooking(Attempt attempt, Function<Attempt, Client> next) {
        boolean header = attempt.request().header("Authorization").isPresent();
        return next.apply(header ? attempt.withForm(attempt.form().without("client_id")) : attempt);
    }

    private static Client strict(Attempt attempt, Function<Attempt, Client> next) {
        boolean header = attempt.request().header("Authorization").isPresent();
        if (attempt.endpoint() == Endpoint.DEVICE_AUTHORIZATION
                && header
                && attempt.form().has("client_id")) {
            throw Refusal.invalidRequest("The client authenticates in more than one way");
        }
        return next.apply(attempt);
    }

    private static Client believing(Behaviour server, Attempt attempt, Function<Attempt, Client> next) {
        if (attempt.request().header("Authorization").isEmpty()) {
            return next.apply(attempt);
        }
        Client authenticated = next.apply(attempt.withForm(attempt.form().without("client_id")));
        return attempt.form().value("client_id").flatMap(server.clients()::find).orElse(authenticated);
    }
}
