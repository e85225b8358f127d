package org.devicegrant.conformance.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Door;
import org.devicegrant.conformance.embedded.http.Vestibule;

/**
 * An authorization server for the device grant (RFC 8628) in this process, reachable on 127.0.0.1 only. Its secrets and
 * passwords are no secrets. All state is in memory and gone when it is closed.
 */
public final class EmbeddedServer implements AutoCloseable {
    private final Behaviour behaviour;
    private final Addresses addresses;
    private final Door door;
    private final Optional<Vestibule> vestibule;

    private EmbeddedServer(Behaviour behaviour, Addresses addresses, Door door, Optional<Vestibule> vestibule) {
        this.behaviour = behaviour;
        this.addresses = addresses;
        this.door = door;
        this.vestibule = vestibule;
    }

    /** Starts a conforming server on a free port. */
    public static EmbeddedServer start() {
        return start(new Behaviour());
    }

    /**
     * Starts a server that behaves so.
     *
     * @throws IllegalStateException if the port is taken
     */
    public static EmbeddedServer start(Behaviour behaviour) {
        TransportRules transport = behaviour.transport();
        TlsRules tls = transport.tls();
        Addresses addresses = new Addresses(tls.on() ? "https" : "http", transport.host(), transport.path());
        var reception = Assembly.of(behaviour, addresses);
        Door door = Door.open(
                tls.on() ? 0 : transport.port(),
                transport.threads(),
                request -> finish(transport, reception.answer(request)));
        Optional<Vestibule> vestibule = tls.on() ? Optional.of(vestibule(transport, door)) : Optional.empty();
        addresses.port(vestibule.map(Vestibule::port).orElseGet(door::port));
        return new EmbeddedServer(behaviour, addresses, door, vestibule);
    }

    private static Vestibule vestibule(TransportRules transport, Door door) {
        TlsRules tls = transport.tls();
        try {
            return Vestibule.open(transport.port(), door, tls.certificate(), tls.plainToo(), tls.oldVersionsToo());
        } catch (RuntimeException e) {
            door.close();
            throw e;
        }
    }

    /** The issuer identifier, from which metadata can be found. */
    public String issuer() {
        return addresses.issuer();
    }

    /** The port that it listens on. */
    public int port() {
        return addresses.port();
    }

    /** How it behaves, with its clients, users and codes. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** A target file for this server, as text; its key file is {@link TargetText#KEY_FILE}, beside it. */
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
        vestibule.ifPresent(Vestibule::close);
        door.close();
    }

    private static Answer finish(TransportRules transport, Answer answer) {
        Answer slowed = transport.delay().isZero()
                ? answer
                : answer.delay(answer.delay().plus(transport.delay()));
        return transport.connectionsKept() ? slowed : slowed.header("Connection", "close");
    }
}
