package org.devicegrant.load.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;

/** The two endpoints of the grant, with knobs for what may go wrong. Lives on a free loopback port. */
public final class StubServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    public volatile Duration lifetime = Duration.ofSeconds(600);
    public volatile Duration interval = Duration.ofSeconds(1);
    public volatile Poll poll = (code, form) -> PENDING;
    /** Requests of each path, for assertions on load itself. */
    public final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

    public static final Reply PENDING = Reply.error("authorization_pending");

    public StubServer() throws IOException {
        this(16);
    }

    public StubServer(int workers) throws IOException {
        threads = Executors.newFixedThreadPool(workers);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.setExecutor(threads);
        server.createContext("/device", exchange -> answer(exchange, issue()));
        server.createContext("/token", exchange -> answer(exchange, token(exchange)));
        server.start();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public LoadTarget target() {
        return LoadTarget.of(uri("/token"), uri("/device"), LoadClient.publicClient("tv"));
    }

    public int count(String path) {
        return requests.computeIfAbsent(path, any -> new AtomicInteger()).get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Reply issue() {
        String code = "code-" + counter.incrementAndGet();
        codes.put(code, new Code(code, System.nanoTime()));
        return new Reply(
                200,
                Map.of(),
                "{\"device_code\":\"" + code + "\",\"user_code\":\"U-" + code + "\",\"verification_uri\":\""
                        + uri("/verify") + "\",\"expires_in\":" + lifetime.toSeconds() + ",\"interval\":"
                        + interval.toSeconds() + "}");
    }

    private Reply token(HttpExchange exchange) throws IOException {
        Map<String, String> form = new TreeMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        Code code = codes.get(form.getOrDefault("device_code", ""));
        if (code == null) {
            return Reply.error("invalid_grant");
        }
        code.polls.incrementAndGet();
        return poll.answer(code, form);
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getRequestBody().readAllBytes();
        requests.computeIfAbsent(exchange.getRequestURI().getPath(), any -> new AtomicInteger())
                .incrementAndGet();
        byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        reply.headers.forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status, reply.pause >= 0 ? 0 : body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        if (reply.pause >= 0) {
            goOnForEver(exchange.getResponseBody(), reply.pause);
        }
        exchange.close();
    }

    private static void goOnForEver(OutputStream body, long pause) throws IOException {
        byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try {
            while (true) {
                body.write(spaces);
                body.flush();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How the token endpoint answers for a code that exists. */
    public interface Poll {
        Reply answer(Code code, Map<String, String> form);
    }

    /** One issued code. */
    public static final class Code {
        public final String value;
        public final long issued;
        public final AtomicInteger polls = new AtomicInteger();
        public volatile long lastPoll;

        Code(String value, long issued) {
            this.value = value;
            this.issued = issued;
        }
    }

    /** What is sent back. */
    public record Reply(int status, Map<String, String> headers, String body, long pause) {
        public Reply(int status, Map<String, String> headers, String body) {
            this(status, headers, body, -1);
        }

        /** An answer that never comes to its end: 64 kB, and after so many milliseconds again. */
        public static Reply withoutAnEnd(long pause) {
            return new Reply(200, Map.of(), "{", pause);
        }

        public static Reply error(String error) {
            return new Reply(400, Map.of(), "{\"error\":\"" + error + "\"}");
        }

        public static Reply token(String value) {
            return new Reply(200, Map.of(), "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\"}");
        }
    }
}
