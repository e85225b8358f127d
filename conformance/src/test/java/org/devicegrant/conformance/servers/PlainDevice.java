package org.devicegrant.conformance.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The clients of {@link Registration} on plain HTTP, to try a server out before the tool is let loose on it. */
final class PlainDevice {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlainUser wire = new PlainUser();
    private final KnownServer server;
    private final JsonNode metadata;

    PlainDevice(KnownServer server) throws IOException, InterruptedException {
        this.server = server;
        metadata = json(wire.read(server.issuer() + "/.well-known/openid-configuration"));
    }

    /** The public client asks for a pair of codes. */
    JsonNode start() throws IOException, InterruptedException {
        return start(Map.of("client_id", Registration.PUBLIC), Map.of());
    }

    /** Some client asks for a pair of codes, with the given authentication in fields or headers. */
    JsonNode start(Map<String, String> fields, Map<String, String> headers) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("scope", "profile");
        return json(wire.call(metadata.path("device_authorization_endpoint").asText(), all, headers));
    }

    /** One poll by the public client. */
    JsonNode poll(JsonNode codes) throws IOException, InterruptedException {
        Map<String, String> fields = Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_id",
                Registration.PUBLIC,
                "device_code",
                codes.path("device_code").asText());
        return json(wire.call(metadata.path("token_endpoint").asText(), fields, Map.of()));
    }

    /** Headers of the client that has a secret. */
    static Map<String, String> basic() {
        String credentials = Registration.CONFIDENTIAL + ":" + Registration.SECRET;
        return Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** Fields of the client that signs. */
    Map<String, String> assertion() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(server.clientKey().key().getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(Registration.SIGNING)
                        .subject(Registration.SIGNING)
                        .audience(server.issuer())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
        jwt.sign(new RSASSASigner(server.clientKey().key()));
        return Map.of(
                "client_id",
                Registration.SIGNING,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                jwt.serialize());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
