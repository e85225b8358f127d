package org.devicegrant.conformance.rfc7523;

import static org.devicegrant.conformance.assertion.Answers.served;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Audiences;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.flow.Momentary;
import org.devicegrant.conformance.target.Client;

/**
 * The client that signs, addressing the server as it wants to be addressed, so that a check may change one thing.
 *
 * @param devices way to the server
 * @param client {@code clients.private_key_jwt}
 * @param audiences what the endpoints are called
 */
record Keyed(Devices devices, Client client, Audiences audiences) {
    /** Purpose of requests whose assertion must not be taken: their refusals have a rule of their own. */
    static final String INVALID = "invalid client assertion";

    /** The client with what one of the checks has found out about the server. */
    static Keyed of(Devices devices, Grants grants) {
        Client client = devices.privateKeyJwt();
        Audiences audiences = grants.once("assertion audiences", () -> Audiences.found(devices, client));
        return new Keyed(devices, client, audiences.somewhere(client));
    }

    List<Entrance> entrances() {
        return Entrance.both(devices, client, audiences.proof(devices, client));
    }

    /** Both entrances, once they have been seen to let the client in. */
    List<Entrance> openEntrances(Judge judge) {
        List<Entrance> entrances = entrances();
        entrances.forEach(entrance -> judge.control("a good assertion at " + entrance, entrance.send(), served()));
        return entrances;
    }

    /** Sends an assertion that differs from a good one in one thing. */
    Answer send(Entrance entrance, UnaryOperator<Assertion> twist) {
        return sendSerialized(entrance, assertion -> twist.apply(assertion).signed());
    }

    /** As {@link #send}, for one that must be refused. */
    Answer sendInvalid(Entrance entrance, UnaryOperator<Assertion> twist) {
        return sendInvalidSerialized(
                entrance, assertion -> twist.apply(assertion).signed());
    }

    /** Sends whatever is made from a good assertion, which must be refused. */
    Answer sendInvalidSerialized(Entrance entrance, Function<Assertion, String> serialized) {
        return entrance.send(request -> carrying(request, serialized).withPurpose(INVALID));
    }

    /** An assertion that has waited on this machine, or on the way, until it ended is refused rightly. */
    private Answer sendSerialized(Entrance entrance, Function<Assertion, String> serialized) {
        AtomicReference<Instant> end = new AtomicReference<>(Instant.MAX);
        Answer answer = entrance.send(request -> carrying(request, assertion -> {
            end.set(assertion.end());
            return serialized.apply(assertion);
        }));
        if (!served().matches(answer)
                && devices.protocol().authentication().time().now().isAfter(end.get())) {
            throw new Momentary(
                    "the assertion may have ended before the server saw it", "run it again on a less busy machine");
        }
        return answer;
    }

    private Request carrying(Request request, Function<Assertion, String> serialized) {
        return ClientAuthentication.withAssertion(request, serialized.apply(fresh(request.endpoint())));
    }

    /** A good assertion for an endpoint. */
    Assertion fresh(Endpoint endpoint) {
        String audience = (endpoint == Endpoint.TOKEN ? audiences.atToken() : audiences.atDevice()).orElseThrow();
        return Assertion.fresh(devices.protocol().authentication(), client, audience);
    }
}
