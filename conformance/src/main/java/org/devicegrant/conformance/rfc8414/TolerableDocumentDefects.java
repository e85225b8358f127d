package org.devicegrant.conformance.rfc8414;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;

/** Metadata that clients find and understand if they try a little harder. */
public final class TolerableDocumentDefects implements DefectSource {
    private static final Set<String> DOCUMENT = Set.of("8414-3-metadata-document");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "keepsItsMetadataWhereOpenIdLooks",
                                "The metadata is at the place of OpenID Discovery alone",
                                DOCUMENT,
                                "The place of the metadata got *: RFC 8414 inserts oauth-authorization-server between"
                                        + " host and path*",
                                b -> b.around(
                                        Endpoint.METADATA,
                                        (request, next) -> request.path().contains("oauth-authorization-server")
                                                ? Answer.text(404, "text/plain", "Not found")
                                                : next.apply(request)))
                        .onlyWarnedAbout(),
                new Defect(
                                "saysNothingOfResponseTypes",
                                "The metadata lacks response_types_supported",
                                DOCUMENT,
                                "Response_types_supported got no such member: RFC 8414 requires it even without an"
                                        + " authorization endpoint*",
                                b -> b.onMetadata((request, answer) -> answer.remove("response_types_supported")))
                        .onlyWarnedAbout(),
                new Defect(
                                "listsNothing",
                                "Lists in the metadata are there, and empty",
                                DOCUMENT,
                                "Response_types_supported got *: members without a value are left out; Scopes_supported"
                                        + " got *: members without a value are left out*",
                                b -> b.onMetadata((request, answer) -> answer.set("response_types_supported", List.of())
                                        .set("scopes_supported", List.of())))
                        .onlyWarnedAbout(),
                new Defect(
                                "takesMethodsThatItDoesNotList",
                                "client_secret_basic works, and the metadata does not name it",
                                Set.of("8414-2-auth-methods-truthful"),
                                "Client authentication with client_secret_basic got it works:"
                                        + " token_endpoint_auth_methods_supported does not list it*",
                                b -> b.onMetadata((request, answer) -> answer.set(
                                        "token_endpoint_auth_methods_supported", List.of("none", "private_key_jwt"))))
                        .onlyWarnedAbout(),
                new Defect(
                        "listsNoneAmongItsAlgorithms",
                        "The algorithms for signed assertions include none",
                        Set.of("8414-2-auth-methods-truthful"),
                        "Token_endpoint_auth_signing_alg_values_supported: expected a list without none, got a list with none*",
                        b -> b.onMetadata((request, answer) -> answer.set(
                                "token_endpoint_auth_signing_alg_values_supported", List.of("RS256", "none")))));
    }
}
