package org.devicegrant.conformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;

/** Everything in a run that nobody may read afterwards: what was planted, and what went over the wire. */
final class Canaries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORTEST = 6;
    private static final List<String> ISSUED = List.of(
            "device_code",
            "user_code",
            "verification_uri_complete",
            "access_token",
            "refresh_token",
            "id_token",
            "client_secret",
            "registration_access_token");
    private static final List<String> SENT = List.of("client_assertion", "code_verifier", "password", "csrf");
    private static final List<String> CREDENTIALS = List.of("Authorization", "DPoP", "Cookie");

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Plants a secret. */
    Canaries plant(String kind, String secret) {
        known.put(secret, kind);
        return this;
    }

    /** Listens to everything that a server hears and says. */
    void listenTo(Behaviour behaviour) {
        for (Endpoint endpoint : Endpoint.values()) {
            behaviour.around(endpoint, (request, next) -> {
                heard(request);
                Answer answer = next.apply(request);
                said(answer);
                return answer;
            });
        }
    }

    /** What was planted or overheard, and what each is. */
    Map<String, String> known() {
        return Map.copyOf(known);
    }

    private void heard(Request request) {
        for (String name : CREDENTIALS) {
            request.headers().all(name).forEach(value -> credentials(name, value));
        }
        try {
            Form form = request.form();
            SENT.forEach(name -> form.values(name).forEach(value -> note(name, value)));
        } catch (Refusal malformed) {
            return;
        }
    }

    private void credentials(String name, String value) {
        for (String part : value.split("[;, ]+", -1)) {
            note(name, part.substring(name.equals("Cookie") ? part.indexOf('=') + 1 : 0));
        }
    }

    private void said(Answer answer) {
        answer.headers().all("Set-Cookie").forEach(cookie -> note("Set-Cookie", cookie.replaceAll("^[^=]*=|;.*$", "")));
        try {
            JsonNode body = JSON.readTree(answer.text());
            ISSUED.forEach(name -> note(name, body.path(name).asText()));
            note("user_code as it may be typed", body.path("user_code").asText().replaceAll("[^A-Za-z0-9]", ""));
        } catch (java.io.IOException noJson) {
            return;
        }
    }

    private void note(String kind, String value) {
        if (value.length() >= SHORTEST && !value.equals("Bearer")) {
            known.putIfAbsent(value, kind);
        }
    }
}
