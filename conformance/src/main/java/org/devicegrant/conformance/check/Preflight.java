package org.devicegrant.conformance.check;

import java.util.List;
import java.util.Optional;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Discovery;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.Issuance;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Protocol;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.flow.ServerTime;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.conformance.flow.Wire;
import org.devicegrant.conformance.target.Client;

/**
 * Finds the server and tries the control flow once, on one thread. A server is never judged through a target file that
 * does not fit it; besides, the first request of a JVM costs seconds of class loading that no check should meet.
 */
public final class Preflight {
    private static final String HEALTHY = "the endpoint must answer a device authorization request";
    private final Station station;

    public Preflight(Station station) {
        this.station = station;
    }

    /**
     * The protocol of the server that the target file describes.
     *
     * @throws Unusable if the server cannot be judged
     */
    public Protocol protocol() {
        Server server = new Discovery(station.wire("discovery")).find(station.target());
        String audience = String.valueOf(server.issuer() == null ? server.token() : server.issuer());
        List<Answer> answers =
                server.documents().stream().map(Server.Document::answer).toList();
        ServerTime time = ServerTime.measured(station.clock(), answers);
        return new Protocol(station.target(), server, new ClientAuthentication(time, audience));
    }

    /**
     * Starts one device and polls once.
     *
     * @return the codes that came, if any did
     * @throws Unusable if no codes come, or the poll is answered by something that is no token endpoint
     */
    Optional<Issuance> tryControlFlow(Protocol protocol) {
        Client client = station.target().clients().main();
        String key = station.target().clients().public_() == null ? "clients.confidential" : "clients.public";
        Wire wire = station.wire("control flow");
        try {
            Answer start = wire.politely(protocol.authorization(client));
            requireAnswerOfAnEndpoint("endpoints.device_authorization", start);
            if (start.codes()) {
                Answer poll = wire.politely(
                        protocol.poll(client, start.member("device_code").asText()));
                requireAnswerOfAnEndpoint("endpoints.token", poll);
                return Optional.of(new Issuance(start));
            } else if (start.error() != null && start.status() / 100 == 4) {
                throw Unusable.target(refusal(key, client, start));
            }
            return Optional.empty();
        } catch (Unanswered e) {
            throw Unusable.server(e.getMessage() + "; " + HEALTHY);
        } catch (Inconclusive e) {
            throw Unusable.server(String.valueOf(e.getMessage()));
        } catch (NotApplicable e) {
            throw Unusable.target(key + ": " + e.getMessage());
        }
    }

    /** A page, or nothing, is not what an OAuth endpoint answers; conformance in detail is left to the checks. */
    private static void requireAnswerOfAnEndpoint(String key, Answer answer) {
        if (answer.json().isEmpty()
                && (answer.status() == 404 || answer.mediaType().equals("text/html"))) {
            throw Unusable.server(key + ": " + answer.request().url() + " answered " + answer.gist()
                    + " instead of JSON; is this the address of the endpoint?");
        }
    }

    private static String refusal(String key, Client client, Answer start) {
        return key + ": the server refuses client_id " + client.clientId() + " with " + start.gist()
                + "; check the client's registration, auth_method, secret and scope";
    }
}
