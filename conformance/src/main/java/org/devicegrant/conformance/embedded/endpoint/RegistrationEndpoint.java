package org.devicegrant.conformance.embedded.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.Clients;
import org.devicegrant.conformance.embedded.grant.ScopeRules;
import org.devicegrant.conformance.embedded.grant.Secrets;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** Lets clients register themselves (RFC 7591 section 3), with keys by value only. */
public final class RegistrationEndpoint {
    private static final int LONGEST = 64 * 1024;

    private final RegistrationRules rules;
    private final Clients clients;
    private final ServerClock clock;

    public RegistrationEndpoint(RegistrationRules rules, Clients clients, ServerClock clock) {
        this.rules = rules;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * Answers one request.
     *
     * @throws Refusal if nothing is registered
     */
    public Answer answer(Request request) {
        if (!rules.open()) {
            return Answer.text(404, "text/plain", "Not found\n");
        }
        JsonNode asked = Optional.of(request)
                .filter(sent -> sent.bodyLength() <= LONGEST)
                .flatMap(sent -> Json.read(sent.text()))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> invalid("The body must be a JSON object"));
        Client client = client(asked);
        clients.add(client);
        return Answer.json(201, describe(client))
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache");
    }

    private Client client(JsonNode asked) {
        Client.Method method = method(asked.path("token_endpoint_auth_method").asText("client_secret_basic"));
        JWKSet keys = keys(asked.path("jwks"));
        if (method == Client.Method.PRIVATE_KEY_JWT && keys.isEmpty()) {
            throw invalid("A client that signs must register its keys");
        }
        boolean secret = method == Client.Method.BASIC || method == Client.Method.POST;
        Set<String> scopes =
                new LinkedHashSet<>(ScopeRules.tokens(asked.path("scope").asText(String.join(" ", Clients.ORDINARY))));
        scopes.retainAll(Clients.ORDINARY);
        String id = UUID.randomUUID().toString();
        return new Client(
                id,
                asked.path("client_name").asText(id),
                method,
                secret ? Secrets.next() : null,
                () -> keys,
                grantTypes(asked.path("grant_types")),
                scopes,
                asked.path("software_id").asText(null),
                asked.path("dpop_bound_access_tokens").asBoolean());
    }

    private Set<String> grantTypes(JsonNode asked) {
        if (asked.isMissingNode()) {
            return rules.defaultGrantTypes();
        }
        Set<String> granted = new LinkedHashSet<>(StreamSupport.stream(asked.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
        granted.retainAll(rules.grantTypes());
        return granted;
    }

    private static Client.Method method(String name) {
        return Stream.of(Client.Method.values())
                .filter(method -> method.wireName().equals(name))
                .findAny()
                .orElseThrow(() -> invalid("The authentication method is unknown"));
    }

    private static JWKSet keys(JsonNode asked) {
        try {
            return asked.isObject() ? JWKSet.parse(Json.write(asked)).toPublicJWKSet() : new JWKSet();
        } catch (ParseException malformed) {
            throw invalid("The keys are malformed");
        }
    }

    private ObjectNode describe(Client client) {
        ObjectNode body = Json.object()
                .put("client_id", client.id())
                .put("client_id_issued_at", clock.wall().getEpochSecond())
                .put("client_name", client.name())
                .put("token_endpoint_auth_method", client.method().wireName())
                .put("scope", String.join(" ", client.scopes()));
        body.set("grant_types", Json.node(client.grantTypes().stream().sorted().toList()));
        body.set("response_types", Json.node(List.of()));
        if (client.secret() != null) {
            body.put("client_secret", client.secret()).put("client_secret_expires_at", 0);
        }
        if (client.method() == Client.Method.PRIVATE_KEY_JWT) {
            Json.read(client.keys().get().toString(true)).ifPresent(keys -> body.set("jwks", keys));
        }
        if (client.alwaysDpop()) {
            body.put("dpop_bound_access_tokens", true);
        }
        if (client.softwareId() != null) {
            body.put("software_id", client.softwareId());
        }
        return body;
    }

    private static Refusal invalid(String description) {
        return Refusal.of("invalid_client_metadata", description);
    }
}
