package org.devicegrant.conformance.embedded.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.client.AuthenticationRules;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.Clients;
import org.devicegrant.conformance.embedded.client.Keys;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Request;

/** Tells what the server can do (RFC 8414; OpenID Connect Discovery), and its public key (RFC 7517). */
public final class MetadataEndpoint {
    private final Addresses addresses;
    private final AuthenticationRules authentication;
    private final List<Feature> features;
    private final Supplier<Boolean> registration;

    /** With {@code registration} for whether clients can register themselves. */
    public MetadataEndpoint(
            Addresses addresses,
            AuthenticationRules authentication,
            List<Feature> features,
            Supplier<Boolean> registration) {
        this.addresses = addresses;
        this.authentication = authentication;
        this.features = features;
        this.registration = registration;
    }

    /** The metadata document. */
    public Answer metadata(Request request) {
        if (!request.isGet() && !request.isHead()) {
            return Answer.of(405).header("Allow", "GET, HEAD");
        }
        ObjectNode body = Json.object()
                .put("issuer", addresses.issuer())
                .put("device_authorization_endpoint", addresses.of(Addresses.DEVICE_AUTHORIZATION))
                .put("token_endpoint", addresses.of(Addresses.TOKEN))
                .put("jwks_uri", addresses.of(Addresses.KEYS))
                .put("userinfo_endpoint", addresses.of(Addresses.USERINFO))
                .put("introspection_endpoint", addresses.of(Addresses.INTROSPECTION));
        if (registration.get()) {
            body.put("registration_endpoint", addresses.of(Addresses.REGISTRATION));
        }
        lists(body);
        features.forEach(feature -> feature.described(body));
        return Answer.json(200, body);
    }

    /** The key set. */
    public Answer keys(Request request) {
        if (!request.isGet() && !request.isHead()) {
            return Answer.of(405).header("Allow", "GET, HEAD");
        }
        JWKSet keys = new JWKSet(Keys.server().toPublicJWK());
        return Answer.text(200, "application/jwk-set+json", keys.toString(true));
    }

    private void lists(ObjectNode body) {
        List<String> methods =
                Stream.of(Client.Method.values()).map(Client.Method::wireName).toList();
        List<String> algorithms = authentication.assertions().algorithms().stream()
                .map(JWSAlgorithm::getName)
                .sorted()
                .toList();
        body.set("scopes_supported", Json.node(Clients.SCOPES));
        body.set("response_types_supported", Json.node(List.of("none")));
        body.set("grant_types_supported", Json.node(List.of(Client.DEVICE_GRANT, Client.REFRESH)));
        body.set("token_endpoint_auth_methods_supported", Json.node(methods));
        body.set("token_endpoint_auth_signing_alg_values_supported", Json.node(algorithms));
        body.set("introspection_endpoint_auth_methods_supported", Json.node(methods.subList(1, methods.size())));
        body.set("introspection_endpoint_auth_signing_alg_values_supported", Json.node(algorithms));
        body.set("subject_types_supported", Json.node(List.of("public")));
        body.set("id_token_signing_alg_values_supported", Json.node(List.of("RS256")));
    }
}
