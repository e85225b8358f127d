package org.devicegrant.conformance.rfc8414;

import static org.devicegrant.conformance.assertion.Members.absent;
import static org.devicegrant.conformance.assertion.Members.text;
import static org.devicegrant.conformance.assertion.Outcome.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Server;

/** The metadata document itself. */
class DocumentChecks {
    private static final String NOT_FOUND = "clients that look for the server's metadata do not find or understand it";
    private static final Outcome<JsonNode> LIST =
            Outcome.of("a list with at least one value", n -> n.isArray() && !n.isEmpty());
    private static final Outcome<JsonNode> EMPTY_LIST = Outcome.of("an empty list", n -> n.isArray() && n.isEmpty());
    private static final List<String> LISTS = List.of(
            "scopes_supported",
            "response_modes_supported",
            "grant_types_supported",
            "token_endpoint_auth_methods_supported",
            "token_endpoint_auth_signing_alg_values_supported",
            "ui_locales_supported",
            "revocation_endpoint_auth_methods_supported",
            "introspection_endpoint_auth_methods_supported",
            "code_challenge_methods_supported");

    @Check("8414-3-metadata-document")
    void metadataIsWhereItIsLookedForAndComplete(Devices devices, Judge judge) {
        Server.Document document = devices.server().publishedMetadata().get(0);
        Answer answer = document.answer();

        judge.expect("the place of the metadata", document.style(), Server.Style::name, answer)
                .tolerating(
                        Outcome.of("a place of OpenID", style -> style != Server.Style.OAUTH),
                        "RFC 8414 inserts oauth-authorization-server between host and path, where clients of the grant look")
                .toBe(is(Server.Style.OAUTH));
        judge.expect("the media type of the metadata", answer.mediaType(), Function.identity(), answer)
                .otherwise(NOT_FOUND)
                .toBe(is("application/json"));
        judge.expect("issuer", answer.member("issuer"), Members::gist, answer)
                .otherwise(NOT_FOUND)
                .toBe(text());
        judge.expect("token_endpoint", answer.member("token_endpoint"), Members::gist, answer)
                .otherwise(NOT_FOUND)
                .toBe(text());
        expectLists(judge, answer);
    }

    private static void expectLists(Judge judge, Answer answer) {
        boolean redirecting = answer.member("authorization_endpoint").isTextual();
        judge.expect("response_types_supported", answer.member("response_types_supported"), Members::gist, answer)
                .tolerating(EMPTY_LIST, "members without a value are left out")
                .tolerating(
                        Outcome.of("no such member", n -> n.isMissingNode() && !redirecting),
                        "RFC 8414 requires it even without an authorization endpoint (erratum 7793 asks to change that)")
                .toBe(LIST);
        for (String name : LISTS) {
            judge.expect(name, answer.member(name), Members::gist, answer)
                    .tolerating(EMPTY_LIST, "members without a value are left out")
                    .toBe(LIST, absent());
        }
    }

    @Check("8414-3.3-issuer-identical")
    void theIssuerIsTheOneThatWasAskedFor(Devices devices, Judge judge) {
        List<Server.Document> documents = devices.server().publishedMetadata();
        URI issuer = Devices.given(devices.server().issuer(), "issuer");
        String asked = issuer.toString();

        for (Server.Document document : documents) {
            judge.expect("issuer", issuer(document.answer(), asked), Function.identity(), document.answer())
                    .otherwise("clients must refuse the metadata")
                    .toBe(is("the issuer of the target file"));
        }
        judge.expect(
                        "the issuer identifier",
                        form(issuer),
                        Function.identity(),
                        documents.get(0).answer())
                .toBe(is("an https URL without query and fragment"), is("an http URL of this machine"));
    }

    private static String issuer(Answer answer, String asked) {
        String issuer = answer.member("issuer").asText();
        if (issuer.equals(asked)) {
            return "the issuer of the target file";
        }
        boolean slash = issuer.equals(asked + "/") || asked.equals(issuer + "/");
        return slash ? "another one (a trailing slash differs)" : "another one";
    }

    private static String form(URI issuer) {
        if (issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            return "a URL with a query or fragment";
        } else if ("https".equalsIgnoreCase(issuer.getScheme())) {
            return "an https URL without query and fragment";
        }
        boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(issuer.getHost()));
        return here ? "an http URL of this machine" : "a plain http URL";
    }
}
