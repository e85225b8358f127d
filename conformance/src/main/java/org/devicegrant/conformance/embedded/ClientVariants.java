package org.devicegrant.conformance.embedded;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Other ways to deal with clients and what they ask for. */
final class ClientVariants {
    private ClientVariants() {}

    static List<Variant> all() {
        return List.of(
                new Variant(
                        "refusesUnknownScopes",
                        "an unknown scope may be refused with invalid_scope (RFC 6749 section 3.3)",
                        b -> b.scopes().unknownRefused(true)),
                new Variant(
                        "needsAScope",
                        "a missing scope may be refused with invalid_scope (RFC 6749 section 3.3)",
                        b -> b.scopes().defaults(Set.of())),
                new Variant(
                        "answersInvalidClientWith400",
                        "401 is only needed where the Authorization header was used (RFC 6749 section 5.2)",
                        b -> b.authentication().statusWithoutHeader(400)),
                new Variant(
                        "callsAMissingClientInvalid",
                        "no client authentication included is invalid_client by its definition (RFC 6749 section 5.2)",
                        ClientVariants::missingClient),
                new Variant(
                        "takesTheIssuerAsOnlyAudience",
                        "an assertion should be addressed to the issuer (RFC 7523 section 3)",
                        b -> b.authentication()
                                .assertions()
                                .audience((endpoint, named, own) -> named.equals(List.of(own.get(0))))),
                new Variant(
                        "detectsNoReplays",
                        "detection of replayed assertions is optional (RFC 7523 section 3)",
                        b -> b.authentication().assertions().replayKey(claims -> Optional.empty())),
                new Variant(
                        "knowsRs256Only",
                        "the set of algorithms is up to the server as long as RS256 is among them (RFC 7523 section 5)",
                        b -> b.authentication().assertions().algorithms(Set.of(JWSAlgorithm.RS256))));
    }

    private static void missingClient(Behaviour behaviour) {
        behaviour.authentication().around((attempt, next) -> {
            boolean named = attempt.form().has("client_id")
                    || attempt.form().has("client_assertion")
                    || attempt.request().header("Authorization").isPresent();
            if (!named) {
                throw Refusal.invalidClient("No client authentication is included");
            }
            return next.apply(attempt);
        });
    }
}
