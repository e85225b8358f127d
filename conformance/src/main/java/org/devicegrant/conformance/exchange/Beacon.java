package org.devicegrant.conformance.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An address of the harness itself, on the loopback interface, that notes when somebody asks for it. It tells whether a
 * server on the same machine follows addresses that strangers give it; servers elsewhere cannot reach it.
 */
public final class Beacon implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger visits = new AtomicInteger();

    private Beacon(HttpServer server) {
        this.server = server;
    }

    /** Serves one JSON document on a free port. */
    public static Beacon serving(String json) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Beacon beacon = new Beacon(server);
            server.createContext("/", exchange -> beacon.answer(exchange, json));
            server.start();
            return beacon;
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free on the loopback interface", e);
        }
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        visits.incrementAndGet();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
    }

    /** How often it was asked for. */
    public int visits() {
        return visits.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
