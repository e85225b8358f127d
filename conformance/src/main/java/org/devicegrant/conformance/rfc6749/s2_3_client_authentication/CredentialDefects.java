package org.devicegrant.conformance.rfc6749.s2_3_client_authentication;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.Password;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.FormRules;

/** Servers that look for a client's password in the wrong place, or look at it wrongly. */
public final class CredentialDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "readsSecretsFromTheBodyOnly",
                        "The device authorization endpoint does not look at the Authorization header.",
                        Set.of("6749-2.3.1-basic-supported"),
                        "Client_secret_basic: expected both endpoints to let the client in, got 400 invalid_request"
                                + " at the device authorization endpoint and 400 authorization_pending at*",
                        server -> server.authentication()
                                .known((endpoint, method) ->
                                        endpoint != Endpoint.DEVICE_AUTHORIZATION || method != Client.Method.BASIC)),
                new Defect(
                        "takesAPlusSignForABlank",
                        "Decodes passwords once too often.",
                        Set.of("6749-2.3.1-basic-percent-encoding"),
                        "Another password, in which a plus sign is a blank: expected a refusal, got 200 with codes*",
                        server -> server.authentication().right(CredentialDefects::alike)),
                new Defect(
                        "mergesQueryAndBody",
                        "Reads credentials from the query as well as from the body.",
                        Set.of("6749-2.3.1-secret-not-from-query"),
                        "Client_secret in the query at the device authorization endpoint: expected invalid_client or"
                                + " invalid_request, got 200 with codes*",
                        server -> server.parsing().query(FormRules.Query.FALLBACK)),
                new Defect(
                        "slowsGuessesAtOneEndpointOnly",
                        "Slows down wrong secrets at the token endpoint, and not at the device authorization endpoint.",
                        Set.of("6749-2.3.1-secret-brute-force-protection"),
                        "30 wrong secrets at the device authorization endpoint: expected a delay or another answer,"
                                + " got the same answer just as quickly each time*",
                        server -> server.authentication()
                                .slowed((endpoint, failures) -> endpoint == Endpoint.TOKEN && failures > 10)));
    }

    private static boolean alike(Password password) {
        String secret = password.client().secret();
        return secret != null
                && secret.replace('+', ' ').equals(password.offered().replace('+', ' '));
    }
}
