package org.devicegrant.conformance.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.BrowserLauncher;
import org.devicegrant.browser.BrowserOptions;
import org.devicegrant.browser.Browsers;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.Profile;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.ReportDirectory;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The approver in a real browser, on pages that nobody should serve: every walk ends, the browsers go on, and what the pages
 * said comes to no life in the report. {@code -Dhostile.pages=500} looks at more of them, {@code -Dhostile.seed=7} at others;
 * what was said of each is in {@code target/hostile-pages.txt}.
 */
@Tag("real-servers")
class HostilePagesIT {
    private static final int PAGES = Integer.getInteger("hostile.pages", 6);
    private static final long SEED = Long.getLong("hostile.seed", 44);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** The walk, its last command, three closings, and a new browser, each at its own limit on a machine that is busy. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final String ALIVE = "const all = document.documentElement;"
            + "return document.readyState !== 'complete' || !all.textContent.includes('onerror=\"document.') ? ''"
            + " : all.getAttribute('data-pwned') + ' and ' + document.querySelectorAll('img[src=x]').length + ' images'";
    private static final int TRIES = 3;
    private static final int LOOKS = 600;
    private static final Duration BEAT = Duration.ofMillis(100);
    private static final Path ACCOUNT = Path.of("target", "hostile-pages.txt");

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private HttpServer server;

    @TempDir
    private Path directory;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] page =
                    pages.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
        }
    }

    @Test
    void everyWalkEndsAndNothingComesToLifeInTheReport() throws IOException {
        List<CheckResult> results = new ArrayList<>();
        List<String> contents = Hostile.pages(SEED).limit(PAGES).toList();
        Files.writeString(ACCOUNT, "");
        try (Browsers browsers = chromium()) {
            for (int number = 0; number < contents.size(); number++) {
                pages.put("/" + number, contents.get(number));
                long began = System.nanoTime();
                List<String> said = walked(browsers, number);
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                Files.writeString(
                        ACCOUNT,
                        number + " in " + took.toMillis() + " ms: " + said.get(0) + "\n",
                        StandardOpenOption.APPEND);
                assertThat(took).as("page %d of seed %d", number, SEED).isLessThan(LONGEST);
                results.add(result(number, contents.get(number), said));
            }
            ReportDirectory report = new ReportDirectory(directory);
            report.write(run(results), List.of(), EnumSet.allOf(Format.class));
            assertThat(alive(browsers, report.index())).isEqualTo("null and 0 images");
        }
        assertThat(results).hasSize(PAGES);
    }

    private Browsers chromium() {
        try {
            return BrowserLauncher.launch(new BrowserOptions(
                    BrowserOptions.Kind.CHROME, null, true, 1, directory.resolve("screenshots"), false, List.of()));
        } catch (BrowserFailure e) {
            assumeTrue(false, "no Chromium: " + e.getMessage());
            throw e;
        }
    }

    /** What is said of the page: of its own, and of what the approver made of it. */
    private List<String> walked(Browsers browsers, int number) {
        URI page = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + number);
        try (Profile profile = browsers.profile();
                Tab tab = profile.tab()) {
            tab.open(page);
            Walk walk = tab.walk(
                    new Errand("BCDF-GHJK", new Credentials("alice", "wonder-land-7"), Decision.APPROVE, PATIENCE));
            assertThat(walk.reason()).as("page %d", number).isNotBlank();
            List<String> said = new ArrayList<>(List.of(walk.reason(), tab.proposal()));
            for (Walk.Step step : walk.steps()) {
                said.addAll(List.of(step.title(), step.address(), step.text(), step.did()));
            }
            return said;
        } catch (BrowserFailure e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** What has come to life, once all of the report is there; a machine that stood still costs a try. */
    private static String alive(Browsers browsers, Path page) {
        for (int left = TRIES; ; left--) {
            try (Profile profile = browsers.profile();
                    Tab tab = profile.tab()) {
                tab.open(page.toUri());
                String alive = tab.script(ALIVE);
                for (int looks = 0; looks < LOOKS && alive.isEmpty(); looks++) {
                    LockSupport.parkNanos(BEAT.toNanos());
                    alive = tab.script(ALIVE);
                }
                return alive;
            } catch (BrowserFailure e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private static CheckResult result(int number, String page, List<String> said) {
        String all = HostilePage.MARK + "\n" + page + "\n" + String.join("\n", said);
        return new CheckResult(
                "page-" + number,
                Level.MUST,
                "pages",
                "RFC 8628 section 3.3",
                "A page is a page.",
                Verdict.FAIL,
                all,
                List.of(all),
                all,
                all,
                List.of(),
                List.of(),
                0,
                0,
                null);
    }

    private static RunReport run(List<CheckResult> results) {
        return new RunReport(
                new RunReport.Tool("device-grant", "0", "0", "17", "Chromium"),
                new RunReport.Target("hostile", null, null, null, false),
                "all",
                Instant.EPOCH,
                1,
                1,
                true,
                results,
                List.of(),
                null,
                null,
                null,
                List.of());
    }
}
