package org.devicegrant.load.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.devicegrant.load.step.Device.UserSide;
import org.devicegrant.load.target.Approving;
import org.devicegrant.load.target.Reach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which browser session approves which code, at a server that signs in everybody without a cookie anew. */
class FormApprovalsTest {
    private static final String ENTRY = "<h1>Connect a device</h1><form method=post action=/device>"
            + "<label>Code <input name=user_code></label><button>Continue</button></form>";
    private static final String LOGIN = "<h1>Sign in</h1><form method=post action=/login>"
            + "<label>Username <input name=username autocomplete=username></label>"
            + "<label>Password <input name=password type=password></label><button>Sign in</button></form>";
    private static final String DONE =
            "<h1>Success</h1><p>Your device is now connected. You may close this window.</p>";

    private final List<String> approvedBy = new CopyOnWriteArrayList<>();
    private final AtomicInteger signIns = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void starts() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/device", this::device);
        server.createContext("/login", this::login);
        server.start();
    }

    @AfterEach
    void stops() {
        server.stop(0);
    }

    @Test
    void eachCodeHasASessionOfItsOwn() {
        approveTwice(Sessions.OWN);

        assertThat(approvedBy).containsExactly("session=1", "session=2");
    }

    @Test
    void whoStaysSignedInApprovesOneCodeAfterTheOther() {
        approveTwice(Sessions.KEPT);

        assertThat(approvedBy).containsExactly("session=1", "session=1");
    }

    private void approveTwice(Sessions sessions) {
        Approving approving = new Approving(List.of(), Path.of(""), "alice", "secret", Duration.ofSeconds(60));
        Reach reach = new Reach(Duration.ofSeconds(60), null, null, false, java.util.Map.of());
        FormApprovals approvals = new FormApprovals(approving, reach, sessions);
        String page = "http://127.0.0.1:" + server.getAddress().getPort() + "/device";
        approvals.approve(new UserSide("WDJB-MJHT", page, null));
        approvals.approve(new UserSide("BDWP-HQPK", page, null));
    }

    private void device(HttpExchange exchange) throws IOException {
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        if (cookie == null) {
            answer(exchange, LOGIN);
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, ENTRY);
        } else {
            approvedBy.add(cookie);
            answer(exchange, DONE);
        }
    }

    private void login(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Set-Cookie", "session=" + signIns.incrementAndGet() + "; Path=/");
        answer(exchange, ENTRY);
    }

    private static void answer(HttpExchange exchange, String html) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
