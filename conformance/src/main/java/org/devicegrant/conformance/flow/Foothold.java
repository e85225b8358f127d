package org.devicegrant.conformance.flow;

import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.Client;
import org.jspecify.annotations.Nullable;

/**
 * A way to ask the token endpoint about a client, with a code of that client if it can get one in some way. Otherwise
 * with a code that nobody was given: whoever is let in there hears about the code, everybody else about the client.
 *
 * @param code device code to poll with
 * @param issued whether the server has issued it to this client
 */
record Foothold(Devices devices, Client client, String code, boolean issued) {
    static Foothold of(Devices devices, Client client, @Nullable Answer started) {
        return started == null
                ? new Foothold(devices, client, Entrance.MADE_UP, false)
                : new Foothold(devices, client, started.member("device_code").asText(), true);
    }

    /** Polls as a client that authenticates in its own way. */
    Answer poll(Client as) {
        return devices.send(devices.protocol().poll(as, code));
    }

    /** The poll, to be changed. */
    Request request() {
        return devices.protocol().poll(client, code);
    }

    /** Whether an answer to a poll shows that the client was let in, and would not have been without credentials. */
    boolean letIn(Answer answer) {
        if (issued) {
            return answer.pending() || answer.tokens();
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
