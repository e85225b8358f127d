package org.devicegrant.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.devicegrant.browser.gallery.OnStage;
import org.devicegrant.browser.gallery.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages whose script never gives the browser back, or opens one tab after another. It keeps a processor busy until the driver's own time-out, so this is not
 * part of every build.
 */
@ExtendWith(OnStage.class)
class EndlessScriptIT {
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        page("/at-once", "<p>One moment</p><script>for (;;) {}</script>");
        page("/later", "<p>One moment</p><script>setTimeout(() => { for (;;) {} }, 300)</script>");
        page("/multiplying", "<p>One moment</p><script>open('about:blank'); open(location)</script>");
        page("/plain", "<p>nothing here</p>");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void page(String path, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/at-once", "/later", "/multiplying"})
    void itEndsTheWalkAndNotTheBrowsers(String path, Stage stage) {
        Browsers browsers = stage.chromium();

        assertThat(walk(browsers, path, Duration.ofSeconds(5))).isNotBlank();

        assertThat(walk(browsers, "/plain", Duration.ofMinutes(2))).contains("nothing that fits");
    }

    /** Why the walk, or the browser, has ended. */
    private String walk(Browsers browsers, String path, Duration patience) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        Credentials alice = new Credentials("alice", "wonder-land-7");
        try (Profile profile = browsers.profile();
                Tab tab = profile.tab()) {
            tab.open(address);
            Walk walk = tab.walk(new Errand("BCDF-GHJK", alice, Decision.APPROVE, patience));
            assertThat(walk.ending()).isNotIn(PageKind.SUCCESS, PageKind.REFUSED);
            return walk.reason();
        } catch (BrowserFailure e) {
            return String.valueOf(e.getMessage());
        }
    }
}
