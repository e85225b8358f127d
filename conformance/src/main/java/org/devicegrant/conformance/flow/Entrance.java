package org.devicegrant.conformance.flow;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.target.Client;

/**
 * One of the two places where a client says who it is. A request through it is canonical up to the twist that a check
 * gives it; at the token endpoint it polls a fresh code of that client, so that only the client can be at fault.
 *
 * @param name for people: the device authorization endpoint, or the token endpoint
 * @param endpoint which of the two
 * @param sending sends one canonical request with a twist
 */
public record Entrance(String name, Endpoint endpoint, Function<UnaryOperator<Request>, Answer> sending) {
    /** A device code that no server has issued. */
    static final String MADE_UP = "no-such-device-code-4fzyo82cvcz7gyq1";

    /** Both, for a client that authenticates as it is registered. */
    public static List<Entrance> both(Devices devices, Client client) {
        return both(devices, client, request -> request);
    }

    /**
     * Both, for a client that proves who it is in another way.
     *
     * @param proof turns a request as the client is registered into one that the server accepts
     */
    public static List<Entrance> both(Devices devices, Client client, UnaryOperator<Request> proof) {
        return List.of(deviceAuthorization(devices, client, proof), token(devices, client, proof));
    }

    /** The device authorization endpoint. */
    public static Entrance deviceAuthorization(Devices devices, Client client, UnaryOperator<Request> proof) {
        return new Entrance(
                "the device authorization endpoint",
                Endpoint.DEVICE_AUTHORIZATION,
                twist -> devices.send(twist.apply(proof.apply(devices.request(client)))));
    }

    /** The token endpoint with a fresh code for each request; {@link Inconclusive} where no code can be had. */
    public static Entrance token(Devices devices, Client client, UnaryOperator<Request> proof) {
        return new Entrance("the token endpoint", Endpoint.TOKEN, twist -> {
            Device device = devices.started(client, proof.apply(devices.request(client)));
            return device.send(twist.apply(proof.apply(device.pollRequest())));
        });
    }

    /** Sends the canonical request. */
    public Answer send() {
        return send(request -> request);
    }

    /** Sends the canonical request with a twist. */
    public Answer send(UnaryOperator<Request> twist) {
        return sending.apply(twist);
    }

    @Override
    public String toString() {
        return name;
    }
}
