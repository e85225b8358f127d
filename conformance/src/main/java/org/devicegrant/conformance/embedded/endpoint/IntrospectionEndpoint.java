package org.devicegrant.conformance.embedded.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.ClientAuthentication;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.token.AccessToken;
import org.devicegrant.conformance.embedded.token.Issue;
import org.devicegrant.conformance.embedded.token.Tokens;

/** Tells what a token is good for (RFC 7662), to any client that has proved who it is. */
public final class IntrospectionEndpoint {
    private final Function<Request, Form> parser;
    private final ClientAuthentication authentication;
    private final Tokens tokens;
    private final Addresses addresses;

    public IntrospectionEndpoint(
            Function<Request, Form> parser, ClientAuthentication authentication, Tokens tokens, Addresses addresses) {
        this.parser = parser;
        this.authentication = authentication;
        this.tokens = tokens;
        this.addresses = addresses;
    }

    /**
     * Answers one request.
     *
     * @throws Refusal if the client has not proved who it is
     */
    public Answer answer(Request request) {
        Form form = parser.apply(request);
        Client client = authentication.authenticate(new Attempt(Endpoint.INTROSPECTION, request, form));
        if (client.isPublic()) {
            throw Refusal.invalidClient("Only confidential clients may introspect")
                    .status(401)
                    .header("WWW-Authenticate", "Basic realm=\"device-grant\"");
        }
        String value = form.required("token");
        ObjectNode body = tokens.active(value)
                .map(this::describe)
                .or(() -> tokens.refreshable(value).map(this::describe))
                .orElseGet(() -> Json.object().put("active", false));
        return Answer.json(200, body).header("Cache-Control", "no-store").header("Pragma", "no-cache");
    }

    private ObjectNode describe(AccessToken token) {
        return describe(token.issue())
                .put("token_type", token.issue().thumbprint() == null ? "Bearer" : "DPoP")
                .put("iat", token.issuedAt().getEpochSecond())
                .put("exp", token.expiresAt().getEpochSecond());
    }

    private ObjectNode describe(Issue issue) {
        ObjectNode body = Json.object()
                .put("active", true)
                .put("iss", addresses.issuer())
                .put("client_id", issue.client().id())
                .put("scope", issue.scope());
        issue.subject().ifPresent(subject -> body.put("sub", subject).put("username", subject));
        body.set("aud", Json.node(issue.audience().isEmpty() ? List.of(addresses.issuer()) : issue.audience()));
        if (issue.details() != null) {
            body.set("authorization_details", issue.details());
        }
        if (issue.thumbprint() != null) {
            body.set("cnf", Json.node(Map.of("jkt", issue.thumbprint())));
        }
        return body;
    }
}
