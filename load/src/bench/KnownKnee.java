import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadReport;

/**
 * Runs {@code load capacity} ten times, each against an embedded server of another size whose knee can be computed, and
 * prints what was found beside the truth. Each run takes four to seven minutes and at most 25, after which it is ended and
 * counts as a miss.
 *
 * <pre>java -cp 'load/target/device-grant/lib/*' load/src/bench/KnownKnee.java [RUNS [AT-ONCE [TRIAL [DURATION]]]]</pre>
 *
 * <p>TRIAL and DURATION are the seconds of short trials and of confirmations, 10 and 20; with less the interval may be wider.
 *
 * <p>The command is {@code load/target/device-grant/bin/device-grant}, or what the environment variable DEVICE_GRANT
 * names; words in NICE, for example {@code nice -n -8}, go before it.
 */
public final class KnownKnee {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMillis(250);
    private static final int MINUTES = 25;

    private final Path scratch;
    private final int trial;
    private final int duration;

    private KnownKnee(Path scratch, int trial, int duration) {
        this.scratch = scratch;
        this.trial = trial;
        this.duration = duration;
    }

    private static int number(String[] arguments, int at, int usual) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : usual;
    }

    public static void main(String[] arguments) throws Exception {
        int runs = number(arguments, 0, 10);
        int atOnce = number(arguments, 1, 1);
        KnownKnee bench = new KnownKnee(
                Files.createTempDirectory("known-knee"), number(arguments, 2, 10), number(arguments, 3, 20));
        ExecutorService hands = Executors.newFixedThreadPool(atOnce);
        List<Future<Row>> rows = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            int number = run;
            rows.add(hands.submit((Callable<Row>) () -> bench.run(number)));
        }
        hands.shutdown();
        System.out.println("run  workers  service   knee   found         width  holds  trials  confirmed  minutes");
        int held = 0;
        for (Future<Row> row : rows) {
            Row found = row.get();
            System.out.println(
                    found.report() == null
                            ? found.number() + 1 + ": no report; see " + bench.scratch + "/load-" + found.number() + ".log"
                            : found.text());
            held += found.holds() ? 1 : 0;
        }
        System.out.println(held + " of " + runs + " intervals hold the knee and are at most 10 % wide");
    }

    private Row run(int number) throws Exception {
        int workers = 2 + number % 4;
        Duration service = Duration.ofMillis(8 + number % 5);
        Path target = scratch.resolve("target-" + number + "/target.yaml");
        Process server = start(
                number,
                "serve",
                "--interval", INTERVAL.toSeconds() + "s",
                "--lifetime", "30m",
                "--workers", String.valueOf(workers),
                "--service-time", service.toMillis() + "ms",
                "--target-file", target.toString());
        try {
            await(target);
            return new Row(number, workers, service, load(number, target));
        } finally {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
            server.destroyForcibly();
        }
    }

    private LoadReport load(int number, Path target) throws Exception {
        Path out = scratch.resolve("out-" + number);
        Process load = start(
                number,
                "load",
                "-c", target.toString(),
                "capacity",
                "--devices", "200",
                "--trial", trial + "s",
                "--duration", duration + "s",
                "--seed", String.valueOf(number),
                "--objective", "p99=" + LIMIT.toMillis() + "ms",
                "--out", out.toString());
        if (!load.waitFor(MINUTES, TimeUnit.MINUTES)) {
            // It then leaves a report of what it knows.
            load.destroy();
            load.waitFor(30, TimeUnit.SECONDS);
            load.destroyForcibly();
        }
        Path report = out.resolve("load.json");
        return Files.exists(report) ? LoadJson.read(Files.readString(report)) : null;
    }

    private Process start(int number, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        String nice = System.getenv().getOrDefault("NICE", "");
        if (!nice.isEmpty()) {
            command.addAll(List.of(nice.split(" ")));
        }
        command.add(System.getenv().getOrDefault("DEVICE_GRANT", "load/target/device-grant/bin/device-grant"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve(words[0] + "-" + number + ".log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static void await(Path file) throws InterruptedException {
        for (int tenths = 0; !Files.exists(file) && tenths < 600; tenths++) {
            Thread.sleep(100);
        }
        Thread.sleep(1000);
    }

    /** One run beside the truth: workers / service polls per second, and devices that fit before the limit is reached. */
    private record Row(int number, int workers, Duration service, LoadReport report) {
        double knee() {
            return workers / (service.toMillis() / 1e3) * (INTERVAL.plus(LIMIT).toMillis() / 1e3);
        }

        boolean holds() {
            if (report == null) {
                return false;
            }
            LoadCapacity c = report.findings().capacity();
            return c.devicesTo() != null && c.devicesFrom() <= knee() && knee() <= c.devicesTo() && width() <= 0.1;
        }

        double width() {
            LoadCapacity c = report.findings().capacity();
            return c.devicesTo() == null ? 1 : (c.devicesTo() - c.devicesFrom()) / (double) c.devicesFrom();
        }

        String text() {
            LoadCapacity c = report.findings().capacity();
            double seconds = c.trials().stream().mapToDouble(LoadCapacity.Trial::seconds).sum();
            return String.format(
                    Locale.ROOT,
                    "%3d  %7d  %4d ms  %6.0f  %5d to %-5s  %4.1f %%  %-5s  %6d  %-9s  %7.1f%s",
                    number + 1,
                    workers,
                    service.toMillis(),
                    knee(),
                    c.devicesFrom(),
                    c.devicesTo(),
                    width() * 100,
                    holds() ? "yes" : "NO",
                    c.trials().size(),
                    c.confirmed().split(" trials")[0],
                    seconds / 60,
                    report.stoppedBecause() == null ? "" : "  " + report.stoppedBecause());
        }
    }
}
