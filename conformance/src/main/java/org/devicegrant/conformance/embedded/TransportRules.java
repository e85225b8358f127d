package org.devicegrant.conformance.embedded;

import java.time.Duration;
import java.util.Optional;
import org.devicegrant.conformance.embedded.http.ServerClock;
import org.devicegrant.conformance.embedded.http.tls.Tls;

/** How the server listens and answers, whatever is asked. */
public final class TransportRules {
    private Optional<Tls> tls = Optional.empty();
    private String host = "127.0.0.1";
    private String path = "";
    private int port;
    private int announcedPort;
    private int threads = 80;
    private Duration delay = Duration.ZERO;
    private Optional<Workers> workers = Optional.empty();
    private boolean connectionsKept = true;
    private ServerClock clock = ServerClock.real();

    /** Name or address that the server gives in its addresses; it must lead to 127.0.0.1. */
    public TransportRules host(String rule) {
        this.host = rule;
        return this;
    }

    /** Offers TLS instead of plain HTTP. */
    public TransportRules tls(Tls rule) {
        this.tls = Optional.of(rule);
        return this;
    }

    /** Path of the issuer: empty, or like {@code /tenant}. */
    public TransportRules path(String rule) {
        this.path = rule;
        return this;
    }

    /** Port to listen on; 0 for any free one. */
    public TransportRules port(int rule) {
        this.port = rule;
        return this;
    }

    /** Port that the server gives in its addresses, where something in between listens; 0 for the one it listens on. */
    public TransportRules announcedPort(int rule) {
        this.announcedPort = rule;
        return this;
    }

    /** How many requests are worked on at once. */
    public TransportRules threads(int rule) {
        this.threads = rule;
        return this;
    }

    /** How long every answer is held back after everything has been decided. */
    public TransportRules delay(Duration rule) {
        this.delay = rule;
        return this;
    }

    /**
     * How many requests are served at once and how long each takes, so that the most requests per second are known:
     * {@code count / service}. More of them wait in line.
     */
    public TransportRules workers(int count, Duration service) {
        this.workers = Optional.of(new Workers(count, service));
        return this;
    }

    /** Whether connections are kept open after an answer. */
    public TransportRules connectionsKept(boolean rule) {
        this.connectionsKept = rule;
        return this;
    }

    /** The server's time. */
    public TransportRules clock(ServerClock rule) {
        this.clock = rule;
        return this;
    }

    Optional<Tls> tls() {
        return tls;
    }

    String host() {
        return host;
    }

    String path() {
        return path;
    }

    int port() {
        return port;
    }

    int announcedPort() {
        return announcedPort;
    }

    int threads() {
        return threads;
    }

    Duration delay() {
        return workers.map(Workers::take).map(delay::plus).orElse(delay);
    }

    boolean connectionsKept() {
        return connectionsKept;
    }

    /** The server's time. */
    public ServerClock clock() {
        return clock;
    }
}
