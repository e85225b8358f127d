package org.devicegrant.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.devicegrant.browser.gallery.OnStage;
import org.devicegrant.browser.gallery.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that misbehave: every walk ends in time and says why. With {@code -Dfirefox=true} also in Firefox. */
@ExtendWith(OnStage.class)
class BadInputTest {
    private static HttpServer server;
    private static ExecutorService workers;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        workers = Executors.newCachedThreadPool();
        server.setExecutor(workers);
        server.createContext("/blank", e -> answer(e, 200, "text/html", ""));
        server.createContext("/broken", e -> answer(e, 500, "text/html", "<h1>Internal Server Error</h1>"));
        server.createContext("/empty500", e -> answer(e, 500, "text/html", ""));
        server.createContext("/round", e -> redirect(e, "/round?" + System.nanoTime()));
        server.createContext("/pong", e -> {
            // The pause spares the processors and changes nothing else.
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            answer(e, 200, "text/html", "<meta http-equiv=refresh content='0;url=/pong'><p>x");
        });
        server.createContext("/file", e -> {
            e.getResponseHeaders().set("Content-Disposition", "attachment; filename=a.bin");
            answer(e, 200, "application/octet-stream", "data");
        });
        server.createContext(
                "/alerts",
                e -> answer(
                        e,
                        200,
                        "text/html",
                        "<body onload=\"alert(1);alert(2);confirm('x');prompt('y')\"><p>nothing here</p>"));
        server.createContext("/json", e -> answer(e, 400, "application/json", "{\"error\":\"invalid_request\"}"));
        server.createContext(
                "/large", e -> answer(e, 200, "text/html", "<p>" + "many words ".repeat(1_900_000) + "</p>"));
        server.createContext(
                "/loop",
                e -> answer(
                        e,
                        200,
                        "text/html",
                        "<form action=/loop><input name=user_code><button>Continue</button></form>"));
        server.createContext("/cookie", e -> {
            e.getResponseHeaders().add("Set-Cookie", "kept=yes; Path=/; SameSite=Lax; HttpOnly");
            answer(e, 200, "text/html", "<script>try{localStorage.setItem('a','b')}catch(e){}</script><p>hello");
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Firefox takes longer to start than the rest takes in all, so it comes only when asked for. */
    static List<Function<Stage, Browsers>> both() {
        return Boolean.getBoolean("firefox")
                ? List.of(Stage::chromium, Stage::htmlUnit, Stage::firefox)
                : List.of(Stage::chromium, Stage::htmlUnit);
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static Errand errand(int seconds) {
        return new Errand(
                "BCDF-GHJK", new Credentials("alice", "wonder-land-7"), Decision.APPROVE, Duration.ofSeconds(seconds));
    }

    private static Walk walk(Browsers browsers, String path, int seconds) {
        try (Profile profile = browsers.profile();
                Tab tab = profile.tab()) {
            tab.open(at(path));
            return tab.walk(errand(seconds));
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aBlankPageIsSaidToBeBlank(Function<Stage, Browsers> browsers, Stage stage) {
        Walk walk = walk(browsers.apply(stage), "/blank", 2);
        assertThat(walk.ending()).isEqualTo(PageKind.BLANK);
        assertThat(walk.understood()).isFalse();
        assertThat(walk.reason()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("both")
    void aBrokenServerIsAnError(Function<Stage, Browsers> browsers, Stage stage) {
        assertThat(walk(browsers.apply(stage), "/broken", 120).ending()).isEqualTo(PageKind.ERROR);
        assertThat(walk(browsers.apply(stage), "/empty500", 120).ending()).isEqualTo(PageKind.ERROR);
        assertThat(walk(browsers.apply(stage), "/json", 120).ending()).isEqualTo(PageKind.ERROR);
    }

    @ParameterizedTest
    @MethodSource("both")
    void anEndlessRedirectEndsAsAnError(Function<Stage, Browsers> browsers, Stage stage) {
        Walk walk = walk(browsers.apply(stage), "/round", 120);
        assertThat(walk.ending()).isEqualTo(PageKind.ERROR);
        assertThat(walk.understood()).isFalse();
        assertThat(walk.reason()).startsWith("no page came: ");
    }

    @ParameterizedTest
    @MethodSource("both")
    void aServerThatIsNotThereIsAnError(Function<Stage, Browsers> browsers, Stage stage) {
        try (Profile profile = browsers.apply(stage).profile();
                Tab tab = profile.tab()) {
            tab.open(URI.create("http://127.0.0.1:9/"));
            assertThat(tab.look().kind()).isEqualTo(PageKind.ERROR);
            assertThat(tab.walk(errand(120)).ending()).isEqualTo(PageKind.ERROR);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aCertificateThatNobodyTrustsIsAnError(Function<Stage, Browsers> browsers, Stage stage) throws Exception {
        try (UntrustedServer untrusted = UntrustedServer.start();
                Profile profile = browsers.apply(stage).profile();
                Tab tab = profile.tab()) {
            tab.open(untrusted.address());
            Walk walk = tab.walk(errand(120));
            assertThat(walk.ending()).isEqualTo(PageKind.ERROR);
            assertThat(walk.understood()).isFalse();
            assertThat(walk.reason()).startsWith("no page came: ");
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aPageThatReloadsForEverEndsWithThePatience(Function<Stage, Browsers> browsers, Stage stage) {
        Walk walk = walk(browsers.apply(stage), "/pong", 2);
        assertThat(walk.ending()).isIn(PageKind.UNKNOWN, PageKind.ERROR, PageKind.BLANK);
    }

    @ParameterizedTest
    @MethodSource("both")
    void aDownloadOpensNothing(Function<Stage, Browsers> browsers, Stage stage) {
        Walk walk = walk(browsers.apply(stage), "/file", 2);
        assertThat(walk.understood()).isFalse();
        assertThat(walk.reason()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("both")
    void alertBoxesAreAnswered(Function<Stage, Browsers> browsers, Stage stage) {
        Walk walk = walk(browsers.apply(stage), "/alerts", 30);
        assertThat(walk.ending()).isEqualTo(PageKind.UNKNOWN);
        assertThat(walk.steps()).last().satisfies(s -> assertThat(s.text()).contains("nothing here"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void aPageOfTwentyMegabytesIsRead(Function<Stage, Browsers> browsers, Stage stage) {
        Walk walk = walk(browsers.apply(stage), "/large", 2);
        assertThat(walk.ending()).isEqualTo(PageKind.UNKNOWN);
        assertThat(walk.steps())
                .last()
                .satisfies(s -> assertThat(s.text().length()).isLessThan(1000));
    }

    @ParameterizedTest
    @MethodSource("both")
    void aFormThatLeadsNowhereIsGivenUp(Function<Stage, Browsers> browsers, Stage stage) {
        Walk walk = walk(browsers.apply(stage), "/loop", 120);
        assertThat(walk.ending()).isEqualTo(PageKind.WRONG_CODE);
        assertThat(walk.steps()).hasSizeLessThan(8);
    }

    @ParameterizedTest
    @MethodSource("both")
    void profilesShareNothing(Function<Stage, Browsers> browsers, Stage stage) {
        try (Profile one = browsers.apply(stage).profile();
                Profile two = browsers.apply(stage).profile();
                Tab tab = one.tab()) {
            tab.open(at("/cookie"));
            assertThat(one.cookies())
                    .singleElement()
                    .satisfies(c -> assertThat(c).startsWith("kept=yes").contains("SameSite=Lax", "HttpOnly"));
            assertThat(two.cookies()).isEmpty();
            assertThat(tab.network()).first().satisfies(e -> {
                assertThat(e.status()).isEqualTo(200);
                assertThat(e.method()).isEqualTo("GET");
                assertThat(e.type()).isEqualTo("document");
                assertThat(e.headers().get("set-cookie")).contains("kept=yes");
            });
            one.clear();
            assertThat(one.cookies()).isEmpty();
        }
    }
}
