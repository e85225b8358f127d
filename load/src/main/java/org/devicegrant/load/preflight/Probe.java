package org.devicegrant.load.preflight;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.protocol.Answer;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.protocol.AnswerReader;
import org.devicegrant.load.protocol.Authorization;
import org.devicegrant.load.protocol.Requests;
import org.devicegrant.load.target.Bounded;
import org.devicegrant.load.target.FormEncoding;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;
import org.jspecify.annotations.Nullable;

/** One code for each client, polled twice: whether the flow works, and what the server announces. */
public final class Probe {
    private final LoadTarget target;
    private final HttpClient http;
    private final AnswerReader reader = new AnswerReader();

    /** A probe that uses this client for its requests. */
    public Probe(LoadTarget target, HttpClient http) {
        this.target = target;
        this.http = http;
    }

    /**
     * Asks for a code with each client and polls it.
     *
     * @throws LoadRefused if a client gets no code or its poll is not answered as pending
     */
    public Announced announced() {
        Announced announced = null;
        for (LoadClient client : target.clients()) {
            Announced one = probe(client);
            announced = announced == null ? one : announced.and(one);
        }
        if (announced == null) {
            throw new IllegalStateException("a target has at least one client");
        }
        return announced;
    }

    private Announced probe(LoadClient client) {
        HttpResponse<byte[]> response =
                post(target.deviceAuthorizationEndpoint(), client, Requests.deviceAuthorization(target, client));
        Authorization code = AnswerReader.authorization(response.body());
        if (response.statusCode() != 200 || code == null) {
            Answer answer = reader.authorizationFailure(response.statusCode(), null, response.body());
            String got = answer == null ? "HTTP " + response.statusCode() : answer.text();
            throw refused("gets no device code from " + target.deviceAuthorizationEndpoint() + ": " + got, client);
        }
        AnswerKind first = poll(client, code);
        AnswerKind second = poll(client, code);
        return new Announced(
                code.interval(), code.lifetime(), first != AnswerKind.SLOW_DOWN && second == AnswerKind.SLOW_DOWN);
    }

    private AnswerKind poll(LoadClient client, Authorization code) {
        String body = Requests.poll(FormEncoding.encode(code.deviceCode()), client);
        HttpResponse<byte[]> response = post(target.tokenEndpoint(), client, body);
        Answer answer = reader.poll(response.statusCode(), null, response.body());
        return switch (answer.kind()) {
            case PENDING, SLOW_DOWN -> answer.kind();
            default ->
                throw refused(
                        "polls " + target.tokenEndpoint() + " with a fresh code and gets " + answer.text()
                                + " instead of authorization_pending",
                        client);
        };
    }

    private HttpResponse<byte[]> post(URI endpoint, LoadClient client, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(target.reach().timeout())
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        target.reach().headers().forEach(request::header);
        @Nullable String authorization = client.authentication().header();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return Bounded.send(http, request.build(), target.reach().timeout());
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new LoadRefused(LoadRefused.NO_FLOW, endpoint + " cannot be reached: " + why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadRefused(LoadRefused.NO_FLOW, "interrupted before the start");
        }
    }

    private static LoadRefused refused(String what, LoadClient client) {
        return new LoadRefused(
                LoadRefused.NO_FLOW, "clients." + client.name() + " (" + client.clientId() + ") " + what);
    }

    /**
     * What the server announces, and what it does about it.
     *
     * @param interval the longest of all clients
     * @param lifetime the shortest of all clients
     * @param enforcesInterval whether a second poll at once was told to slow down, for every client
     */
    public record Announced(Duration interval, Duration lifetime, boolean enforcesInterval) {
        private Announced and(Announced other) {
            return new Announced(
                    interval.compareTo(other.interval) > 0 ? interval : other.interval,
                    lifetime.compareTo(other.lifetime) < 0 ? lifetime : other.lifetime,
                    enforcesInterval && other.enforcesInterval);
        }
    }
}
