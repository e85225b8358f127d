package org.devicegrant.conformance.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;

/** A device that talks to the server by hand. */
final class Wire {
    static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String issuer;

    Wire(EmbeddedServer server) {
        this.issuer = server.issuer();
    }

    /** An answer. */
    record Reply(int status, JsonNode json, HttpResponse<String> raw) {
        String text(String member) {
            return json.path(member).asText();
        }

        String error() {
            return text("error");
        }
    }

    /** Starts as the public client. */
    Reply start() {
        return post("/device_authorization", form("client_id", "tv-public", "scope", "profile"));
    }

    Reply poll(Reply started) {
        return poll("tv-public", started.text("device_code"));
    }

    Reply poll(String client, String deviceCode) {
        return post("/token", form("grant_type", GRANT, "client_id", client, "device_code", deviceCode));
    }

    Reply post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Reply get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> raw = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(raw.statusCode(), json(raw.body()), raw);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static String form(String... pairs) {
        StringJoiner body = new StringJoiner("&");
        for (int i = 0; i < pairs.length; i += 2) {
            body.add(encode(pairs[i]) + "=" + encode(pairs[i + 1]));
        }
        return body.toString();
    }

    static String basic(String id, String secret) {
        String pair = encode(id) + ":" + encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(String body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            return json == null ? MAPPER.nullNode() : json;
        } catch (IOException page) {
            return MAPPER.nullNode();
        }
    }
}
