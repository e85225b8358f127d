package org.devicegrant.conformance.embedded.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.Optional;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.http.tls.OldHello;
import org.devicegrant.conformance.embedded.http.tls.Tls;

/** The listening socket of the embedded server, kept by WireMock. Loopback only. */
public final class Door implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";

    private final WireMockServer server;
    private final Optional<OldHello> front;

    private Door(WireMockServer server, Optional<OldHello> front) {
        this.server = server;
        this.front = front;
    }

    /**
     * Opens the door.
     *
     * @param port 0 for any free one
     * @param threads how many requests are worked on at once
     * @param tls how TLS is offered; plain HTTP without it
     * @param handler answers every request; called by many threads at once
     * @throws IllegalStateException if the port is taken
     */
    public static Door open(int port, int threads, Optional<Tls> tls, Function<Request, Answer> handler) {
        boolean fronted = tls.filter(Tls::oldToo).isPresent();
        WireMockServer server = new WireMockServer(configuration(fronted ? 0 : port, threads)
                .httpServerFactory(new Engine.Factory(tls))
                .extensions(new Bridge(handler)));
        try {
            server.start();
        } catch (RuntimeException failed) {
            throw new IllegalStateException("The embedded server cannot listen on port " + port, failed);
        }
        Optional<OldHello> front = fronted ? Optional.of(OldHello.open(port, server.port())) : Optional.empty();
        return new Door(server, front);
    }

    private static WireMockConfiguration configuration(int port, int threads) {
        return wireMockConfig()
                .bindAddress(LOOPBACK)
                .port(port)
                .containerThreads(threads)
                .jettyAcceptors(1)
                .jettyAcceptQueueSize(1024)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(8)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .templatingEnabled(false)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .extensionScanningEnabled(false)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .mappingSource(new NoMappings())
                .notifier(new Silence())
                .adminAuthenticator(request -> false);
    }

    /** The port that it listens on. */
    public int port() {
        return front.map(OldHello::port).orElseGet(server::port);
    }

    @Override
    public void close() {
        front.ifPresent(OldHello::close);
        server.stop();
    }
}
