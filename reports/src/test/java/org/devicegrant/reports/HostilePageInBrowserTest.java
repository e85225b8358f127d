package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.devicegrant.reports.compare.DiffReport;
import org.devicegrant.reports.compare.Matrix;
import org.devicegrant.reports.compare.MatrixReport;
import org.devicegrant.reports.compare.RunDiff;
import org.devicegrant.reports.model.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real browser opens pages made of attacks. The pages' own script has to run, and nothing else. */
@Timeout(180)
class HostilePageInBrowserTest {

    private static final String PWN = "document.documentElement.setAttribute(`data-pwned`,1)";
    private static final String ATTACK = "<script>" + PWN + "</script>\"><img src=x onerror=" + PWN
            + ">'--></style></title></pre></textarea></script><script>" + PWN + "</script><svg onload=" + PWN
            + "><iframe srcdoc='<script>parent." + PWN + "</script>'></iframe><a href=\"javascript:" + PWN + "\">";

    @TempDir
    private Path temporary;

    @Test
    void noInjectedScriptRunsInAReport() throws Exception {
        String page = HtmlReport.render(HostileRun.run(ATTACK), HostileRun.exchanges(ATTACK));
        assertThat(opened(page)).contains("3 of 3 shown").doesNotContain("data-pwned=\"1\"");
    }

    @Test
    void escapingAloneIsEnoughWithoutThePolicy() throws Exception {
        String page = HtmlReport.render(HostileRun.run(ATTACK), HostileRun.exchanges(ATTACK))
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        assertThat(opened(page)).contains("3 of 3 shown").doesNotContain("data-pwned=\"1\"");
    }

    @Test
    void noInjectedScriptRunsInAMatrix() throws Exception {
        RunReport hostile = HostileRun.run(ATTACK);
        String page = MatrixReport.html(Matrix.of(List.of(hostile, SampleRun.run())));
        assertThat(opened(page)).contains("10 of 10 shown").doesNotContain("data-pwned=\"1\"");
    }

    @Test
    void noInjectedScriptRunsInAComparison() throws Exception {
        String page = DiffReport.html(RunDiff.of(SampleRun.run(), HostileRun.run(ATTACK)));
        assertThat(opened(page)).contains("newly broken").doesNotContain("data-pwned=\"1\"");
    }

    @Test
    void theAttackWouldRunIfItWereNotEscaped() throws Exception {
        assertThat(opened("<!doctype html><body>" + ATTACK)).contains("data-pwned=\"1\"");
    }

    private String opened(String page) throws IOException, InterruptedException {
        Path file = Files.write(temporary.resolve("page.html"), page.getBytes(StandardCharsets.UTF_8));
        Path dom = temporary.resolve("dom.html");
        Process browser = new ProcessBuilder(
                        browser().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--user-data-dir=" + temporary.resolve("profile"),
                        "--dump-dom",
                        file.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(browser.waitFor(90, TimeUnit.SECONDS)).isTrue();
        } finally {
            browser.destroyForcibly();
        }
        return Files.readString(dom);
    }

    private static Path browser() {
        Optional<Path> browser = Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(browser.isPresent(), "no Chromium is installed");
        return browser.orElseThrow();
    }
}
