package org.devicegrant.conformance.flow;

import java.util.Optional;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.Client;
import org.jspecify.annotations.Nullable;

/**
 * A way to ask the token endpoint about a client, with a code of that client if it can get one in some way. Otherwise
 * with a code that nobody was given: whoever is let in there hears about the code, everybody else about the client.
 *
 * @param device the device that the server has issued codes to, if it has
 * @param code device code to poll with
 */
record Foothold(Devices devices, Client client, Optional<Device> device, String code) {
    static Foothold of(Devices devices, Client client, @Nullable Answer started) {
        if (started == null) {
            return new Foothold(devices, client, Optional.empty(), Entrance.MADE_UP);
        }
        Device device = devices.device(client, started);
        return new Foothold(devices, client, Optional.of(device), device.deviceCode());
    }

    /** Whether the server has issued the code to this client. */
    boolean issued() {
        return device.isPresent();
    }

    /** Polls as a client that authenticates in its own way. */
    Answer poll(Client as) {
        return devices.send(devices.protocol().poll(as, code));
    }

    /** The poll, to be changed. */
    Request request() {
        return devices.protocol().poll(client, code);
    }

    /**
     * Whether an answer to a poll shows that the client was let in, and would not have been without credentials.
     *
     * @throws Inconclusive if it only shows that the code has died meanwhile
     */
    boolean letIn(Answer answer) {
        if (device.isPresent()) {
            boolean in = answer.pending() || answer.tokens();
            if (!in && isAboutTheCode(answer) && device.get().life().tooLateToAsk()) {
                throw device.get().life().tooLate();
            }
            return in;
        }
        return isAboutTheCode(answer) && !isAboutTheCode(withoutCredentials());
    }

    private Answer withoutCredentials() {
        return devices.send(ClientAuthentication.anonymous(request()).with("client_id", client.clientId()));
    }

    private static boolean isAboutTheCode(Answer answer) {
        return answer.isError(ErrorCodes.INVALID_GRANT) || answer.isError(ErrorCodes.EXPIRED_TOKEN);
    }
}
