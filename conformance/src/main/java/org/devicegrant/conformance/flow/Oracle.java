package org.devicegrant.conformance.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.protocol.Json;
import org.devicegrant.conformance.target.Client;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an access token is worth: introspection (RFC 7662), user info (OpenID Connect Core section 5.3), a probe
 * resource, or the token itself where it is a JWT. Each is empty where the server or the target file does not offer it.
 */
public final class Oracle {
    private final Devices devices;

    public Oracle(Devices devices) {
        this.devices = devices;
    }

    /**
     * The server's own words about a token, best source first.
     *
     * @throws Inconclusive if introspection is offered but refuses {@code clients.introspection}
     */
    public Optional<Attributes> attributes(String token) {
        return introspection(token)
                .flatMap(Oracle::active)
                .map(members -> new Attributes(true, members))
                .or(() -> claims(token).map(members -> new Attributes(false, members)));
    }

    /** For whom the token of an answer is; empty where nothing says so. */
    public Optional<String> subject(Answer answer) {
        String token = answer.member("access_token").asText();
        return attributes(token)
                .flatMap(Attributes::subject)
                .or(() -> userinfo(token).flatMap(info -> named(info.member("sub"))))
                .or(() -> claims(answer.member("id_token").asText()).flatMap(claims -> named(claims.path("sub"))));
    }

    private static Optional<String> named(JsonNode subject) {
        return Optional.of(subject.asText()).filter(text -> !text.isEmpty());
    }

    private static Optional<JsonNode> active(Answer answer) {
        return answer.json().filter(json -> json.path("active").asBoolean());
    }

    /**
     * The introspection answer for a token.
     *
     * @throws Inconclusive if the endpoint refuses {@code clients.introspection}
     */
    public Optional<Answer> introspection(String token) {
        Client asking = devices.target().clients().introspection();
        URI endpoint = devices.server().introspection();
        if (asking == null || endpoint == null) {
            return Optional.empty();
        }
        Request request = Request.post(
                Endpoint.ORACLE, "introspection", endpoint, Form.empty().with("token", token));
        Answer answer = devices.send(devices.protocol().authentication().authenticate(request, asking));
        if (answer.status() != 200) {
            throw new Inconclusive(
                    "introspection refuses clients.introspection: " + answer.gist(),
                    "check the credentials of clients.introspection");
        }
        return Optional.of(answer);
    }

    /** The answer of the user info endpoint, which asks for scope {@code openid}. */
    public Optional<Answer> userinfo(String token) {
        return withToken(devices.server().userinfo(), "user info", token);
    }

    /** The answer of {@code probe_resource}. */
    public Optional<Answer> probe(String token) {
        return withToken(devices.target().probes().probeResource(), "probe resource", token);
    }

    private Optional<Answer> withToken(@Nullable URI where, String purpose, String token) {
        return where == null
                ? Optional.empty()
                : Optional.of(devices.send(
                        Request.get(Endpoint.ORACLE, purpose, where).header("Authorization", "Bearer " + token)));
    }

    /** Claims of a JWT, not verified: they are compared with what the same server says elsewhere. */
    public static Optional<JsonNode> claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
            return Json.parse(new String(payload, StandardCharsets.UTF_8)).filter(JsonNode::isObject);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
