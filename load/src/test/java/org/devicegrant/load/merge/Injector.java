package org.devicegrant.load.merge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.Percentiles;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.measure.Window;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.result.LoadFiles;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadGenerator;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.devicegrant.reports.model.LoadReport.LoadInvariant;
import org.devicegrant.reports.model.LoadReport.LoadObjective;
import org.devicegrant.reports.model.LoadReport.LoadSlice;
import org.devicegrant.reports.model.LoadSettings;

/** Leaves what one injector of {@code of} leaves when device {@code n} always sees the latencies that {@code n} chooses. */
record Injector(int shard, int of) {
    static final int DEVICES = 90;
    private static final int SECONDS = 4;
    private static final long SECOND = 1_000_000_000L;

    Path leave(Path directory) throws IOException {
        Recording recording = new Recording(new Window(0, SECONDS * SECOND));
        try (HistogramLog log = HistogramLog.create(directory.resolve(LoadFiles.HISTOGRAMS))) {
            for (int second = 0; second < SECONDS; second++) {
                poll(recording, second);
                log.write(recording.drain(), (second + 1) * SECOND);
            }
            log.finish(recording.measured());
        }
        LoadFiles.write(report(recording), directory);
        return directory;
    }

    private void poll(Recording recording, int second) {
        for (int device = shard; device < DEVICES; device += of) {
            Random random = new Random(device * 31L + second);
            long due = second * SECOND + random.nextInt(900_000_000);
            long latency = (long) Math.exp(random.nextGaussian() + 15);
            recording.polled(due, due + 1_000, due + 2_000, due + latency, AnswerKind.PENDING);
        }
    }

    private LoadReport report(Recording recording) {
        long polls = recording.answers().polls();
        Map<String, Long> answers = new LinkedHashMap<>();
        for (AnswerKind kind : AnswerKind.values()) {
            answers.put(kind.word(), recording.answers().of(kind));
        }
        return new LoadReport(
                new LoadReport.Tool("device-grant", "test", "17"),
                new LoadReport.Target("a", null, "http://127.0.0.1/token", "http://127.0.0.1/device"),
                "steady",
                new LoadSettings(DEVICES, 1000, 100, 0, 4000, "shared", List.of("public (none)"), 1, shard, of, 600),
                Instant.EPOCH.plusSeconds(shard),
                SECONDS,
                true,
                null,
                0,
                polls / (double) SECONDS,
                polls / (double) SECONDS,
                Percentiles.of(recording.measured().get(Metric.LATENCY)),
                Percentiles.of(recording.measured().get(Metric.LATENESS)),
                Percentiles.of(recording.measured().get(Metric.CONNECTING)),
                Percentiles.of(recording.measured().get(Metric.ISSUANCE)),
                Percentiles.of(recording.measured().get(Metric.REDEMPTION)),
                answers,
                0,
                0,
                0,
                List.of(new LoadInvariant("rule", "A rule.", shard, List.of("device " + shard))),
                List.of(new LoadObjective("p99", "250 ms", "", true)),
                LimitedBy.NONE,
                new LoadGenerator(2, 1, 0.1, 30, 0.1, 0, 0, null, null, null, null, 1000.0, 30.0, List.of()),
                List.of(new LoadSlice(0, SECONDS, Map.of("authorization_pending", polls), 0, 0, 0, 0)),
                LoadFindings.none(),
                List.of(),
                List.of());
    }
}
