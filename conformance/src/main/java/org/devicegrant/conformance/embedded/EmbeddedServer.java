package org.devicegrant.conformance.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Door;

/**
 * An authorization server for the device grant (RFC 8628) in this process, reachable on 127.0.0.1 only. Its secrets and
 * passwords are no secrets. All state is in memory and gone when it is closed.
 */
public final class EmbeddedServer implements AutoCloseable {
    private final Behaviour behaviour;
    private final Addresses addresses;
    private final Door door;

    private EmbeddedServer(Behaviour behaviour, Addresses addresses, Door door) {
        this.behaviour = behaviour;
        this.addresses = addresses;
        this.door = door;
    }

    /** Starts a conforming server on a free port. */
    public static EmbeddedServer start() {
        return start(new Behaviour());
    }

    /**
     * Starts a server that behaves so.
     *
     * @throws IllegalStateException if the port is taken, or the behaviour is that of another server
     */
    public static EmbeddedServer start(Behaviour behaviour) {
        behaviour.take();
        TransportRules transport = behaviour.transport();
        String scheme = transport.tls().isPresent() ? "https" : "http";
        Addresses addresses = new Addresses(scheme, transport.host(), transport.path());
        var reception = Assembly.of(behaviour, addresses);
        Door door = Door.open(
                transport.port(),
                transport.threads(),
                transport.tls(),
                request -> finish(transport, reception.answer(request)));
        addresses.port(transport.announcedPort() == 0 ? door.port() : transport.announcedPort());
        return new EmbeddedServer(behaviour, addresses, door);
    }

    /** The issuer identifier, from which metadata can be found. */
    public String issuer() {
        return addresses.issuer();
    }

    /** The port of its addresses. */
    public int port() {
        return addresses.port();
    }

    /** The port that it listens on: another one than that of its addresses where something stands in between. */
    public int listeningPort() {
        return door.port();
    }

    /** How it behaves, with its clients, users and codes. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** A target file for this server, as text. The key file that it names has to lie beside it, and with TLS the file of authorities too. */
    public String targetYaml() {
        return TargetText.yaml(this);
    }

    /**
     * Writes a target file and the key file beside it.
     *
     * @param directory made if it does not exist
     * @return the target file
     * @throws IOException if they cannot be written
     */
    public Path targetFile(Path directory) throws IOException {
        return TargetText.write(this, directory);
    }

    @Override
    public void close() {
        door.close();
    }

    private static Answer finish(TransportRules transport, Answer answer) {
        Duration delay = transport.delay();
        Answer slowed = delay.isZero() ? answer : answer.delay(answer.delay().plus(delay));
        return transport.connectionsKept() ? slowed : slowed.header("Connection", "close");
    }
}
