package org.devicegrant.conformance.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.target.Client;
import org.jspecify.annotations.Nullable;

/**
 * By which names a server wants to be addressed in client assertions. RFC 7523 section 3 leaves it open, and what is
 * asked about assertions otherwise must not fail for it.
 *
 * @param atDevice the audience that the device authorization endpoint takes
 * @param atToken the audience that the token endpoint takes
 * @param answers the last answer of either endpoint
 */
public record Audiences(Optional<String> atDevice, Optional<String> atToken, List<Answer> answers) {
    private static final Duration ANOTHER_SECOND = Duration.ofMillis(1_100);

    /** Tries the names by which a server may be known, best first, until each endpoint has taken one. */
    public static Audiences found(Devices devices, Client client) {
        List<Answer> answers = new ArrayList<>();
        Answer started = null;
        String device = null;
        for (String audience : candidates(devices)) {
            started = devices.send(
                    devices.protocol().authentication().authenticate(devices.request(client), client, audience));
            if (started.codes()) {
                device = audience;
                break;
            }
        }
        answers.add(Objects.requireNonNull(started));
        Foothold foothold = Foothold.of(devices, client, device == null ? null : started);
        Optional<String> token = atToken(devices, client, foothold, answers);
        return new Audiences(Optional.ofNullable(device), token, answers);
    }

    /** A second try of all names comes a second later: some servers take assertions of one second for replays. */
    private static Optional<String> atToken(Devices devices, Client client, Foothold foothold, List<Answer> answers) {
        Optional<String> audience = tried(devices, client, foothold, answers);
        if (audience.isEmpty() && foothold.issued()) {
            devices.waiting().pause(ANOTHER_SECOND, "assertions of another second");
            answers.remove(answers.size() - 1);
            audience = tried(devices, client, foothold, answers);
        }
        return audience;
    }

    private static Optional<String> tried(Devices devices, Client client, Foothold foothold, List<Answer> answers) {
        Answer last = null;
        for (String audience : candidates(devices)) {
            last = devices.send(devices.protocol().authentication().authenticate(foothold.request(), client, audience));
            if (foothold.letIn(last)) {
                answers.add(last);
                return Optional.of(audience);
            }
        }
        answers.add(Objects.requireNonNull(last));
        return Optional.empty();
    }

    /** The issuer, the token endpoint, the device authorization endpoint. */
    public static List<String> candidates(Devices devices) {
        List<String> names = new ArrayList<>();
        if (devices.server().issuer() != null) {
            names.add(String.valueOf(devices.server().issuer()));
        }
        names.add(devices.server().token().toString());
        names.add(devices.server().deviceAuthorization().toString());
        return names;
    }

    /** Whether the client is let in at both endpoints. */
    public boolean everywhere() {
        return atDevice.isPresent() && atToken.isPresent();
    }

    /**
     * These, if the client is let in anywhere.
     *
     * @throws Inconclusive if it is not, so that its key may be wrong
     */
    public Audiences somewhere(Client client) {
        if (atDevice.isEmpty() && atToken.isEmpty()) {
            throw new Inconclusive(
                    "the server takes no assertion of " + client.clientId() + ": "
                            + answers.get(0).gist(),
                    "check client_id, jwk_file and alg of that client in the target file");
        }
        return this;
    }

    /**
     * Proves who the client is by an assertion that the server takes.
     *
     * @throws Inconclusive when used at an endpoint that takes none
     */
    public UnaryOperator<Request> proof(Devices devices, Client client) {
        return request -> {
            @Nullable String audience = (request.endpoint() == Endpoint.TOKEN ? atToken : atDevice).orElse(null);
            if (audience == null) {
                throw new Inconclusive(
                        "one endpoint takes no assertion of " + client.clientId() + " at all",
                        "see 7523-2.2-private-key-jwt-accepted");
            }
            return devices.protocol().authentication().authenticate(request, client, audience);
        };
    }
}
