package org.devicegrant.conformance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.devicegrant.conformance.exchange.Http;
import org.devicegrant.conformance.exchange.HttpOptions;
import org.devicegrant.conformance.exchange.Redaction;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.target.TargetFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which places of the metadata a server is known to use, when a network stands between. */
class DiscoveryTest {
    private static final String OAUTH = "/.well-known/oauth-authorization-server";
    private static final String OPENID = "/.well-known/openid-configuration";

    private final ManualClock clock = new ManualClock();
    /** Statuses of the place of RFC 8414, each for one request; then it answers as it should. */
    private final Deque<Integer> gateway = new ConcurrentLinkedDeque<>();

    private HttpServer server;
    private Http http;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        HttpOptions patient =
                new HttpOptions(null, null, false, List.of(), Duration.ofMinutes(2), Duration.ofMinutes(2), 1 << 20);
        http = new Http(patient, new Transcript(new Redaction(), 0, record -> {}), clock);
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean preferred = exchange.getRequestURI().getPath().equals(OAUTH);
        Integer trouble = preferred ? gateway.poll() : null;
        byte[] body =
                "{\"issuer\":\"%s\",\"token_endpoint\":\"%1$s/token\",\"device_authorization_endpoint\":\"%1$s/d\"}"
                        .formatted(issuer())
                        .getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(trouble == null ? 200 : trouble, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Server found() {
        Wire wire = new Wire("discovery", Urgency.PLAIN, http, clock, new Pace(1e12, clock));
        return new Discovery(wire)
                .find(TargetFile.parse(
                        "issuer: " + issuer() + "\nclients: {public: {client_id: tv}}\n",
                        Path.of(""),
                        Map.of(),
                        List.of()));
    }

    @Test
    void aPlaceThatAGatewayKeptSilentOnceIsAskedAgain() {
        gateway.add(503);

        Server found = found();

        assertThat(found.publishedMetadata())
                .extracting(Server.Document::style)
                .containsExactly(Server.Style.OAUTH, Server.Style.OPENID_INSERTED);
        assertThat(found.token()).isEqualTo(issuer().resolve("/token"));
    }

    @Test
    void nothingIsConcludedFromAPlaceThatStaysSilent() {
        gateway.addAll(List.of(503, 502, 504));

        Server found = found();

        assertThat(found.metadata())
                .extracting(document -> document.answer().request().url().getPath())
                .containsExactly(OPENID);
        assertThatThrownBy(found::publishedMetadata)
                .isInstanceOf(Inconclusive.class)
                .hasMessageContaining("nobody has answered for the metadata at " + issuer() + OAUTH);
    }

    @Test
    void aPlaceThatTheServerDeniesIsKnown() {
        gateway.add(404);

        assertThat(found().publishedMetadata())
                .extracting(Server.Document::style)
                .containsExactly(Server.Style.OPENID_INSERTED);
    }
}
