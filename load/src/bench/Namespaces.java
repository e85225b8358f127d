import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;

/** What the script beside it needs: a forwarder of bytes, and the comparison of one injector with three. */
final class Namespaces {
    private static final int NOTHING_SHOWN = 4;

    private Namespaces() {}

    public static void main(String[] words) throws IOException {
        if (words[0].equals("forward")) {
            forward(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        } else {
            List<Path> parts = Arrays.stream(words).skip(3).map(Path::of).toList();
            System.exit(compare(Path.of(words[1]), Path.of(words[2]), parts));
        }
    }

    private static void forward(String address, int port, int to) throws IOException {
        try (ServerSocket server = new ServerSocket(port, 1000, InetAddress.getByName(address))) {
            while (true) {
                Socket near = server.accept();
                Socket far = new Socket();
                far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                copy(near, far);
                copy(far, near);
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        Thread thread = new Thread(() -> {
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException closed) {
                // By one end or the other; the streams are closed, and with them the other direction.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static int compare(Path alone, Path merged, List<Path> parts) throws IOException {
        LoadReport one = read(alone);
        LoadReport three = read(merged);
        Histogram together = latencies(parts);
        Histogram single = latencies(List.of(alone));

        System.out.println("                         one injector   three, merged");
        Map<String, Long> counts = new TreeMap<>(one.answers());
        three.answers().forEach((kind, count) -> counts.merge(kind, 0L, Long::sum));
        counts.keySet().removeIf(kind -> one.answers().getOrDefault(kind, 0L) == 0
                && three.answers().getOrDefault(kind, 0L) == 0);
        counts.keySet().forEach(kind -> System.out.printf(
                Locale.ROOT,
                "%-24s %12d %15d%n",
                kind,
                one.answers().getOrDefault(kind, 0L),
                three.answers().getOrDefault(kind, 0L)));
        boolean exact = true;
        for (double percentile : new double[] {50, 90, 99, 99.9, 100}) {
            double raw = together.getValueAtPercentile(percentile) / 1000.0;
            double told = told(three, percentile);
            exact &= raw == told;
            double before = single.getValueAtPercentile(percentile) / 1000.0;
            System.out.printf(
                    Locale.ROOT,
                    "latency p%-15s %9.3f ms %12.3f ms   %+.2f %%   from the three logs: %.3f ms%n",
                    percentile == 100 ? "100 (max)" : percentile,
                    before,
                    told,
                    100 * (told / before - 1),
                    raw);
        }
        boolean sameCounts = one.answers().equals(three.answers());
        System.out.println("counts " + (sameCounts ? "are equal" : "DIFFER") + "; percentiles of the merged report "
                + (exact ? "are those of all three logs together" : "DIFFER from those of the three logs"));
        System.out.println("violations " + one.violationCount() + " and " + three.violationCount() + "; limited by "
                + one.limitedBy() + " and " + three.limitedBy());
        boolean late = one.limitedBy() == LimitedBy.GENERATOR || three.limitedBy() == LimitedBy.GENERATOR;
        if (exact && !sameCounts && late) {
            System.out.println("The machine had no time for it, so the counts show nothing: repeat it when less goes on.");
            return NOTHING_SHOWN;
        }
        return sameCounts && exact && one.violationCount() + three.violationCount() == 0 ? 0 : 1;
    }

    private static double told(LoadReport report, double percentile) {
        if (percentile == 50) {
            return report.latencyMs().p50();
        } else if (percentile == 90) {
            return report.latencyMs().p90();
        } else if (percentile == 99) {
            return report.latencyMs().p99();
        }
        return percentile == 100 ? report.latencyMs().max() : report.latencyMs().p999();
    }

    private static LoadReport read(Path directory) throws IOException {
        return LoadJson.read(Files.readString(directory.resolve("load.json")));
    }

    /** All latencies of these logs, added up here and not by the code that is to be proved. */
    private static Histogram latencies(List<Path> directories) throws IOException {
        Histogram all = new Histogram(3);
        for (Path directory : directories) {
            try (InputStream in = new FileInputStream(directory.resolve("histograms.hlog").toFile());
                    HistogramLogReader reader = new HistogramLogReader(in)) {
                while (reader.hasNext()) {
                    EncodableHistogram next = reader.nextIntervalHistogram();
                    if ("latency".equals(next.getTag())) {
                        all.add((Histogram) next);
                    }
                }
            }
        }
        return all;
    }
}
