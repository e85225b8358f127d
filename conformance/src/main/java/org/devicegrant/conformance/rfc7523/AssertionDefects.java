package org.devicegrant.conformance.rfc7523;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Servers that do not look closely at signed assertions, or not everywhere. */
public final class AssertionDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "knowsNoAssertionsWhereCodesAreIssued",
                        "The device authorization endpoint knows shared secrets only.",
                        Set.of("7523-2.2-private-key-jwt-accepted"),
                        "Private_key_jwt: expected both endpoints to take the assertion, got 400 invalid_request at the"
                                + " device authorization endpoint and 400 invalid_grant at the token endpoint*",
                        server -> server.authentication()
                                .known((endpoint, method) -> endpoint != Endpoint.DEVICE_AUTHORIZATION
                                        || method != Client.Method.PRIVATE_KEY_JWT)),
                new Defect(
                        "ignoresTheAudience",
                        "The device authorization endpoint does not look at aud.",
                        Set.of("7523-3-audience"),
                        "*n assertion for another server at the device authorization endpoint: expected a refusal,"
                                + " got 200 with codes*",
                        server -> server.authentication()
                                .assertions()
                                .audience((endpoint, named, own) -> endpoint == Endpoint.DEVICE_AUTHORIZATION
                                        || (named.size() == 1 && own.contains(named.get(0))))),
                new Defect(
                        "ignoresTheExpiryOfAssertions",
                        "Looks at neither exp nor nbf.",
                        Set.of("7523-3-expired-assertion-rejected"),
                        "An assertion that expired ten minutes ago at *: expected a refusal, got *",
                        server -> server.authentication().assertions().timesChecked(false)),
                new Defect(
                        "trustsTheKeyInTheHeader",
                        "Verifies with the key that the assertion brings along.",
                        Set.of("7523-3-bad-signature-rejected"),
                        "An assertion signed by another key that its header carries at *: expected a refusal, got *",
                        server -> server.authentication().assertions().keys(AssertionDefects::keys)),
                new Defect(
                        "looksAtTheSignatureOnly",
                        "Does not compare iss and sub with the client.",
                        Set.of("7523-3-subject-and-issuer"),
                        "*n assertion without iss at *: expected a refusal, got *",
                        server -> server.authentication().assertions().namesChecked(false)),
                new Defect(
                        "callsABadAssertionABadGrant",
                        "Answers invalid_grant to a bad assertion.",
                        Set.of("7523-3.2-invalid-assertion-error"),
                        "*he refusal of * (invalid client assertion): expected invalid_client with status 400 or 401,"
                                + " got 400 invalid_grant*",
                        server -> server.authentication().around(AssertionDefects::renamed)),
                new Defect(
                        "tellsAssertionsApartByTheSecond",
                        "Keeps its record of used assertions by client and iat.",
                        Set.of("7523-3-fresh-assertion-per-poll"),
                        "*ne of two device authorization requests with assertions of the same second: expected codes,"
                                + " got 401 invalid_client*",
                        server -> server.authentication()
                                .assertions()
                                .replayKey(claims -> Optional.of(String.valueOf(claims.getIssueTime())))));
    }

    private static List<JWK> keys(Client client, SignedJWT jwt) {
        JWK brought = jwt.getHeader().getJWK();
        return brought == null ? client.keys().get().getKeys() : List.of(brought);
    }

    private static Client renamed(Attempt attempt, Function<Attempt, Client> next) {
        try {
            return next.apply(attempt);
        } catch (Refusal refusal) {
            throw attempt.form().has("client_assertion") ? refusal.error("invalid_grant") : refusal;
        }
    }
}
