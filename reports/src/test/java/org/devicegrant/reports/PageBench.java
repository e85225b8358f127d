package org.devicegrant.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * Prints how long a run with 1,000 exchanges takes to render, how large its page is and how long Chromium takes to open
 * it; then the same of every report directory that is named.
 *
 * <pre>mvn -q -DskipTests package
 * java -cp 'reports/target/test-classes:load/target/device-grant/lib/*' org.devicegrant.reports.PageBench [DIR...]</pre>
 */
public final class PageBench {
    private static final int EXCHANGES = 1_000;
    private static final int REQUIREMENTS = 150;
    private static final int TRIES = 5;
    private static final Pattern OPENED = Pattern.compile("data-opened=\"([0-9.]+)\"");

    /** Goes into a copy of the page, since the page itself lets no other script run; asks for the layout to be done. */
    private static final String WATCH = "<script>addEventListener('load', () => { document.body.offsetHeight;"
            + "document.documentElement.dataset.opened = performance.now(); })</script>";

    private PageBench() {}

    public static void main(String[] directories) throws Exception {
        measure("1,000 exchanges", run(), exchanges(), Path.of("."));
        for (String name : directories) {
            ReportDirectory.Contents contents = new ReportDirectory(Path.of(name)).read();
            measure(name, contents.run(), contents.exchanges(), Path.of(name));
        }
    }

    private static void measure(String name, RunReport run, List<ExchangeRecord> exchanges, Path directory)
            throws Exception {
        double[] all = new double[TRIES];
        String page = "";
        for (int i = 0; i < TRIES; i++) {
            ReportDirectory into = new ReportDirectory(scratch(directory));
            long start = System.nanoTime();
            into.write(run, exchanges, EnumSet.allOf(Format.class));
            all[i] = (System.nanoTime() - start) / 1e6;
            page = Files.readString(into.index());
            remove(into.index().resolveSibling(""));
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d exchanges, all formats in %.0f ms the first time, %.0f ms at best; page %.2f MB; opened and laid out in %s%n",
                name,
                exchanges.size(),
                all[0],
                Arrays.stream(all).min().orElseThrow(),
                page.getBytes(StandardCharsets.UTF_8).length / 1e6,
                opened(page));
    }

    /** A directory with the same pictures. */
    private static Path scratch(Path like) throws IOException {
        Path into = Files.createTempDirectory("page-bench");
        Files.createSymbolicLink(
                into.resolve("screenshots"), like.resolve("screenshots").toAbsolutePath());
        return into;
    }

    private static String opened(String page) throws Exception {
        Path browser = Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (browser == null) {
            return "no Chromium";
        }
        double[] times = new double[TRIES];
        for (int i = 0; i < TRIES; i++) {
            times[i] = open(browser, page);
        }
        Arrays.sort(times);
        return String.format(Locale.ROOT, "%.0f ms (median), %.0f ms at most", times[TRIES / 2], times[TRIES - 1]);
    }

    private static double open(Path browser, String page) throws Exception {
        Path scratch = Files.createTempDirectory("page-bench");
        Path file = Files.writeString(
                scratch.resolve("index.html"),
                page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", WATCH));
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--user-data-dir=" + scratch.resolve("profile"),
                        "--dump-dom",
                        file.toUri().toString())
                .redirectOutput(scratch.resolve("dom").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.waitFor(2, TimeUnit.MINUTES);
        } finally {
            process.destroyForcibly().waitFor();
        }
        Matcher opened = OPENED.matcher(Files.readString(scratch.resolve("dom")));
        double millis = opened.find() ? Double.parseDouble(opened.group(1)) : Double.NaN;
        remove(scratch);
        return millis;
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static RunReport run() {
        return SampleRun.with(
                1,
                true,
                IntStream.range(0, REQUIREMENTS).mapToObj(PageBench::result).toList());
    }

    private static CheckResult result(int number) {
        Verdict verdict = Verdict.values()[number % 5];
        int first = 1 + number * EXCHANGES / REQUIREMENTS;
        return new CheckResult(
                "bench-" + number,
                Level.MUST,
                "group-" + number % 20,
                "RFC 8628 section 3.5",
                "The server does what requirement " + number + " asks for.",
                verdict,
                verdict == Verdict.PASS ? "" : "expected 400 expired_token, got 400 authorization_pending",
                List.of("400 expired_token"),
                "400 authorization_pending",
                "Look at the clean-up of codes.",
                List.of(first, first + 1, first + 2),
                List.of(),
                number,
                100,
                null);
    }

    private static List<ExchangeRecord> exchanges() {
        List<ExchangeRecord> exchanges = new ArrayList<>();
        List<ExchangeRecord.Field> fields = List.of(
                new ExchangeRecord.Field("Content-Type", "application/json"),
                new ExchangeRecord.Field("Cache-Control", "no-store"),
                new ExchangeRecord.Field("Date", "Thu, 01 Jan 1970 00:00:00 GMT"));
        for (int number = 1; number <= EXCHANGES; number++) {
            exchanges.add(new ExchangeRecord(
                    number,
                    "bench-" + number % REQUIREMENTS,
                    number % 5 == 0 ? "device authorization" : "poll",
                    number * 100,
                    number * 100.0 + 12,
                    "POST",
                    "https://as.example/token",
                    fields,
                    "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&client_id=tv&device_code=‹device_code 1a2b3c4d›",
                    400,
                    fields,
                    "{\"error\":\"authorization_pending\",\"error_description\":\"The user has not decided yet\"}",
                    null));
        }
        return exchanges;
    }
}
