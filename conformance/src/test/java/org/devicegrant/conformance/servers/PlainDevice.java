package org.devicegrant.conformance.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** A public device client on plain HTTP, to try a server out before the tool is let loose on it. */
final class PlainDevice {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlainUser wire = new PlainUser();
    private final JsonNode metadata;

    PlainDevice(KnownServer server) throws IOException, InterruptedException {
        metadata = json(wire.open(server.issuer() + "/.well-known/openid-configuration"));
    }

    /** Asks for a pair of codes. */
    JsonNode start() throws IOException, InterruptedException {
        return json(wire.call(
                metadata.path("device_authorization_endpoint").asText(),
                Map.of("client_id", Registration.PUBLIC, "scope", Registration.SCOPE)));
    }

    /** One poll. */
    JsonNode poll(JsonNode codes) throws IOException, InterruptedException {
        return json(wire.call(
                metadata.path("token_endpoint").asText(),
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "client_id",
                        Registration.PUBLIC,
                        "device_code",
                        codes.path("device_code").asText())));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
