package org.devicegrant.conformance.flow;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Answered;
import org.devicegrant.conformance.exchange.Http;
import org.devicegrant.conformance.exchange.HttpOptions;
import org.devicegrant.conformance.exchange.Redaction;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;

/** Devices of a server that answers what it was told to, on a clock that only moves when it waits. */
final class ToldServer implements AutoCloseable {
    static final String CODES = "{\"device_code\":\"dc\",\"user_code\":\"uc\",\"expires_in\":60,\"interval\":5}";

    final ManualClock clock = new ManualClock();
    private final Deque<String> answers = new ConcurrentLinkedDeque<>();
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private final Http http;

    ToldServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            byte[] body = ("{\"error\":\"" + answers.removeFirst() + "\"}").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        HttpOptions patient =
                new HttpOptions(null, null, false, List.of(), Duration.ofMinutes(2), Duration.ofMinutes(2), 1 << 20);
        http = new Http(patient, new Transcript(new Redaction(), 0, record -> {}), clock);
    }

    @Override
    public void close() {
        http.close();
        server.stop(0);
    }

    /** A device whose codes were asked for at second 1 and came at second 2; now it is second 2. */
    Device device(String codes) {
        clock.pass(Duration.ofSeconds(2));
        URI token = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
        Target target = TargetFile.parse(
                "issuer: http://127.0.0.1\nclients: {public: {client_id: tv}}\ntiming: {interval_guard: 200ms}\n",
                Path.of(""),
                Map.of(),
                List.of());
        Protocol protocol = new Protocol(
                target,
                new Server(null, token, token, null, null, null, null, List.of(), List.of()),
                new ClientAuthentication(ServerTime.measured(clock, List.of()), "x"));
        Wire wire = new Wire("a-check", Urgency.PLAIN, http, clock, new Pace(1e12, clock));
        Answer issued = Answered.between(9, 1_000_000_000L, 2_000_000_000L, Answered.json(200, codes));
        return new Device(
                wire,
                new Waiting(clock, Duration.ofHours(1)),
                protocol,
                target.clients().main(),
                issued);
    }

    Device device() {
        return device(CODES);
    }

    void answers(String... errors) {
        answers.addAll(List.of(errors));
    }
}
