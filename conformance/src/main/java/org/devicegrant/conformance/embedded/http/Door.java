package org.devicegrant.conformance.embedded.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.function.Function;

/** The listening socket of the embedded server, kept by WireMock. Loopback only. */
public final class Door implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";

    private final WireMockServer server;

    private Door(WireMockServer server) {
        this.server = server;
    }

    /**
     * Opens the door.
     *
     * @param port 0 for any free one
     * @param threads how many requests are worked on at once
     * @param handler answers every request; called by many threads at once
     * @throws IllegalStateException if the port is taken
     */
    public static Door open(int port, int threads, Function<Request, Answer> handler) {
        WireMockServer server = new WireMockServer(configuration(port, threads).extensions(new Bridge(handler)));
        try {
            server.start();
        } catch (RuntimeException failed) {
            throw new IllegalStateException("The embedded server cannot listen on port " + port, failed);
        }
        return new Door(server);
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
                .httpServerFactory(new Engine.Factory())
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
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
