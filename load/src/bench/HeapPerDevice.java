import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.devicegrant.load.LoadRun;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Connections;
import org.devicegrant.load.scenario.LoadOptions;
import org.devicegrant.load.scenario.ScenarioKind;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;

/**
 * How much heap a waiting device takes: devices have their code from an nginx and wait for their next poll, and the live heap
 * of two runs of different size is compared, so that what every run needs cancels out.
 *
 * <pre>ulimit -n 20000
 * java --add-opens=java.base/java.lang=ALL-UNNAMED -cp 'load/target/device-grant/lib/*' load/src/bench/HeapPerDevice.java</pre>
 *
 * <p>Takes five minutes, needs nginx, and leaves nothing behind.
 */
final class HeapPerDevice {
    private static final Path CONFIGURATION = Path.of("load/src/bench/sink.conf");
    private static final int PORT = 18_410;
    /** The same in both runs, so that they have as many connections. */
    private static final int ARRIVALS_PER_SECOND = 500;

    /** Without words the whole bench; with {@code CONNECTIONS DEVICES} the one run that a child makes. */
    public static void main(String[] words) throws Exception {
        if (words.length == 2) {
            System.out.println(live(Connections.valueOf(words[0]), Integer.parseInt(words[1])));
            System.exit(0);
        }
        Path directory = Files.createTempDirectory("heap-per-device");
        String configuration = Files.readString(CONFIGURATION)
                // Long enough for a moment in which everybody waits.
                .replace("default 5", "default 120")
                .replace("@DIR@", directory.toString())
                .replace("@PORT2@", String.valueOf(PORT + 1))
                .replace("@PORT@", String.valueOf(PORT));
        Path file = Files.writeString(directory.resolve("nginx.conf"), configuration);
        Process nginx = new ProcessBuilder("nginx", "-c", file.toString(), "-p", directory.toString())
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(nginx::destroy));
        try {
            awaitPort();
            row(Connections.SHARED, 4_000, 20_000, 1_200);
            row(Connections.OWN, 1_000, 5_000, 4_000);
        } finally {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    private static void row(Connections connections, int few, int many, int goal) throws Exception {
        double bytes = (double) (child(connections, many) - child(connections, few)) / (many - few);
        System.out.printf(
                Locale.ROOT,
                "%-6s connections: %,6.0f bytes of heap for each waiting device, goal %,d%n",
                connections.word(),
                bytes,
                goal);
    }

    /** A process of its own for each run: what an earlier one has left would count as well. */
    private static long child(Connections connections, int devices) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-XX:+UseParallelGC",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "load/src/bench/HeapPerDevice.java",
                        connections.name(),
                        String.valueOf(devices))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        child.waitFor();
        return Long.parseLong(printed.strip());
    }

    /** Bytes that are alive while so many devices wait. */
    private static long live(Connections connections, int devices) {
        LoadTarget target = LoadTarget.of(
                URI.create("http://127.0.0.1:" + (PORT + 1) + "/token"),
                URI.create("http://127.0.0.1:" + (PORT + 1) + "/device"),
                LoadClient.publicClient("tv"));
        LoadOptions defaults = LoadOptions.defaults();
        LoadOptions options = new LoadOptions(
                devices,
                Duration.ofMinutes(5),
                Duration.ofSeconds(devices / ARRIVALS_PER_SECOND),
                defaults.pad(),
                connections,
                Duration.ZERO,
                defaults.seed(),
                defaults.shard(),
                null,
                defaults.objectives(),
                new LoadOptions.Limits(100_000, Duration.ofHours(1)),
                defaults.wave(),
                defaults.search());
        LoadRun run = new LoadRun(target, ScenarioKind.STEADY, options);
        // A shared pool has as many connections as there were requests at once; idle ones are closed after a minute.
        double settling = connections == Connections.SHARED ? 65 : 0;
        double[] served = {Double.MAX_VALUE};
        AtomicLong least = new AtomicLong(Long.MAX_VALUE);
        run.run(HistogramSink.NONE, tick -> {
            if (tick.answers().of(AnswerKind.AUTHORIZED) >= devices) {
                served[0] = Math.min(served[0], tick.seconds());
            }
            if (tick.seconds() >= served[0] + settling && tick.underway() == 0) {
                for (int look = 0; look < 4; look++) {
                    System.gc();
                    least.accumulateAndGet(
                            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), Math::min);
                }
                run.stop("enough was seen");
            }
        });
        if (least.get() == Long.MAX_VALUE) {
            throw new IllegalStateException("the run ended before everybody waited; see the command above");
        }
        return least.get();
    }

    private static void awaitPort() throws IOException, InterruptedException {
        for (int look = 0; look < 100; look++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT + 1));
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IOException("nginx did not start");
    }
}
