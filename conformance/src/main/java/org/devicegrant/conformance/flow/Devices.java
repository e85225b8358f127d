package org.devicegrant.conformance.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Target;
import org.jspecify.annotations.Nullable;

/** Where a check gets its devices from. Clients that the target file does not give make the check SKIPPED. */
public final class Devices {
    private final Wire wire;
    private final Waiting waiting;
    private final Protocol protocol;

    public Devices(Wire wire, Waiting waiting, Protocol protocol) {
        this.wire = wire;
        this.waiting = waiting;
        this.protocol = protocol;
    }

    /** A device of the client for checks that do not care which. */
    public Device start() {
        return start(main());
    }

    /**
     * A device with codes: the control of most checks.
     *
     * @throws Inconclusive if the server issues none, since then nothing can be learnt about what follows
     */
    public Device start(Client client) {
        return started(client, protocol.authorization(client));
    }

    /** A device that asked for another scope, or for none. */
    public Device startWithScope(Client client, @Nullable String scope) {
        return started(client, protocol.authorization(client, scope));
    }

    /** A device of a request that differs from the canonical one. */
    public Device started(Client client, Request request) {
        return device(client, wire.politely(request));
    }

    /** The device of a device authorization response that came another way. */
    public Device device(Client client, Answer answer) {
        if (!answer.codes()) {
            throw new Inconclusive(
                    "the server issued no codes to " + client.clientId() + ": " + answer.gist(),
                    "run doctor: the clients and scope of the target file must be able to start the grant");
        }
        return new Device(wire, waiting, protocol, client, answer);
    }

    /** The canonical device authorization request. */
    public Request request() {
        return protocol.authorization(main());
    }

    /** The canonical device authorization request of another client. */
    public Request request(Client client) {
        return protocol.authorization(client);
    }

    /** Asks for codes several times with requests that reach the server at the same moment. */
    public List<Answer> askAtOnce(int count) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Each takes its turn, so that a volley costs the server no more than the same requests one by one.
            wire.pace().take(wire.urgency());
            requests.add(request());
        }
        return wire.http().volley(wire.check(), requests);
    }

    /** Sends a request as it stands, with one polite retry where a limiter or gateway answered. */
    public Answer send(Request request) {
        return wire.politely(request);
    }

    /** What tells what a token is worth. */
    public Oracle oracle() {
        return new Oracle(this);
    }

    public Wire wire() {
        return wire;
    }

    public Waiting waiting() {
        return waiting;
    }

    public Protocol protocol() {
        return protocol;
    }

    public Server server() {
        return protocol.server();
    }

    public Target target() {
        return protocol.target();
    }

    public Client main() {
        return target().clients().main();
    }

    public Client publicClient() {
        return given(target().clients().public_(), "clients.public");
    }

    public Client other() {
        return given(target().clients().other(), "clients.other");
    }

    public Client confidential() {
        return given(target().clients().confidential(), "clients.confidential");
    }

    public Client withoutGrant() {
        return given(target().clients().withoutGrant(), "clients.without_grant");
    }

    public Client privateKeyJwt() {
        return given(target().clients().privateKeyJwt(), "clients.private_key_jwt");
    }

    public Client specialCharacters() {
        return given(target().clients().specialCharacters(), "clients.special_characters");
    }

    public Client disposable() {
        return given(target().clients().disposable(), "clients.disposable");
    }

    public Client kiosk() {
        return given(target().clients().kiosk(), "clients.kiosk");
    }

    /** A value that the target file gives, or the check is SKIPPED with the missing key named. */
    public static <T> T given(@Nullable T value, String key) {
        if (value == null) {
            throw NotApplicable.missing(key);
        }
        return Objects.requireNonNull(value);
    }
}
