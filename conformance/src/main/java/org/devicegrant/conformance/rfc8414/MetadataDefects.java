package org.devicegrant.conformance.rfc8414;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** Metadata that clients must not believe. */
public final class MetadataDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "servesMetadataAsAPage",
                        "The metadata document is labelled as HTML",
                        Set.of("8414-3-metadata-document"),
                        "The media type of the metadata: expected application/json, got text/html*",
                        b -> b.onMetadata((request, answer) -> answer.header("Content-Type", "text/html"))),
                new Defect(
                        "forgetsTheTypeOfItsLists",
                        "A single grant type stands where a list is expected",
                        Set.of("8414-3-metadata-document"),
                        "Grant_types_supported: expected a list with at least one value or no such member, got a string*",
                        b -> b.onMetadata((request, answer) -> answer.set("grant_types_supported", "all"))),
                new Defect(
                        "addsASlashToItsIssuer",
                        "The issuer in the metadata ends in a slash",
                        Set.of("8414-3.3-issuer-identical"),
                        "Issuer: expected the issuer of the target file, got another one (a trailing slash differs)*",
                        b -> b.onMetadata((request, answer) ->
                                answer.set("issuer", answer.textOf("issuer").orElse("") + "/"))),
                new Defect(
                        "listsJwtWithoutAlgorithms",
                        "private_key_jwt is listed, and no algorithm for it",
                        Set.of("8414-2-auth-methods-truthful"),
                        "Token_endpoint_auth_signing_alg_values_supported: expected a list without none, got no list*",
                        b -> b.onMetadata((request, answer) ->
                                answer.remove("token_endpoint_auth_signing_alg_values_supported"))),
                new Defect(
                        "listsWhatItRefuses",
                        "private_key_jwt is listed, and the token endpoint refuses it",
                        Set.of("8414-2-auth-methods-truthful"),
                        "Client authentication with private_key_jwt: expected it works, as listed, got it is refused*",
                        b -> b.onToken((request, answer) -> request.text().contains("client_assertion=")
                                ? answer.status(401).set("error", "invalid_client")
                                : answer)));
    }
}
