package org.devicegrant.load.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.load.merge.Merge;
import org.devicegrant.load.stub.StubServer;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.model.LoadReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Load runs in processes of their own: several injectors of one run, and one that is interrupted. */
@Tag("real-servers")
@EnabledOnOs({OS.LINUX, OS.MAC})
@Execution(ExecutionMode.CONCURRENT)
class ProcessesIT {
    private static final int INTERRUPTED = 130;
    /** Two of each of thirty devices. */
    private static final int POLLS_IN_TIME = 60;
    /** Seconds within which even a busy machine starts four processes. */
    private static final int LONGEST_LEAD = 80;

    @TempDir
    Path directory;

    @Test
    void threeInjectorsCountWhatOneCounts() throws Exception {
        Behaviour behaviour = new Behaviour();
        behaviour.polling().interval(Duration.ofSeconds(5));
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            Path target = server.targetFile(directory);
            LoadReport merged;
            LoadReport alone;
            int lead = 10;
            do {
                assumeTrue((lead *= 2) <= LONGEST_LEAD, "this machine is too busy to start in time and keep the pace");
                alone = LoadJson.read(
                        Files.readString(storm(target, 1, lead).get(0).resolve("load.json")));
                List<Path> three = storm(target, 3, lead);
                merged = Merge.of(three, List.of());

                assertThat(merged.settings().injectors()).isEqualTo(3);
                assertThat(merged.latencyMs().p99()).isEqualTo(together(three).getValueAtPercentile(99) / 1000.0);
                assertThat(merged.latencyMs().max()).isEqualTo(together(three).getMaxValue() / 1000.0);
            } while (polls(alone) < POLLS_IN_TIME || polls(merged) < POLLS_IN_TIME);

            assertThat(merged.answers()).isEqualTo(alone.answers()).containsEntry("authorization_pending", 60L);
            assertThat(merged.violationCount()).isZero();
        }
    }

    private static long polls(LoadReport report) {
        return report.answers().getOrDefault("authorization_pending", 0L);
    }

    @Test
    void anInterruptedRunLeavesAReportOfWhatItMeasured() throws Exception {
        try (StubServer server = new StubServer()) {
            Path target = directory.resolve("target.yaml");
            Files.writeString(target, """
                    name: stub
                    endpoints: {device_authorization: %s, token: %s}
                    clients: {public: {client_id: tv}}
                    """.formatted(server.uri("/device"), server.uri("/token")));
            Path out = directory.resolve("out");
            try (Child child = Child.start(
                    directory.resolve("log"),
                    "load",
                    "-c",
                    target.toString(),
                    "steady",
                    "--devices",
                    "5",
                    "--duration",
                    "10m",
                    "--warm-up",
                    "0s",
                    "--out",
                    out.toString())) {
                while (child.runs() && server.count("/token") < 30) {
                    Thread.sleep(50);
                }
                assumeFalse(child.ignoresInterrupts(), "whoever started this build made its processes ignore Ctrl-C");
                child.interrupt();

                assertThat(child.exitCode()).as(child.output()).isEqualTo(INTERRUPTED);
            }
            LoadReport report = LoadJson.read(Files.readString(out.resolve("load.json")));
            assertThat(report.complete()).isFalse();
            assertThat(report.stoppedBecause()).isEqualTo("it was interrupted");
            assertThat(report.answers().get("authorization_pending")).isPositive();
            assertThat(out.resolve("index.html")).exists();
        }
    }

    /** Devices that poll in step, twice each in the time that counts, with half an interval to spare. */
    private List<Path> storm(Path target, int injectors, int leadSeconds) throws Exception {
        Instant start = Instant.now().plusSeconds(leadSeconds);
        List<Path> directories = new ArrayList<>();
        List<Child> children = new ArrayList<>();
        try {
            for (int shard = 0; shard < injectors; shard++) {
                Path out = directory.resolve("injector-" + shard + "-of-" + injectors + "-" + leadSeconds);
                directories.add(out);
                children.add(Child.start(
                        directory.resolve("log-" + shard + "-" + injectors + "-" + leadSeconds),
                        "load",
                        "-c",
                        target.toString(),
                        "storm",
                        "--devices",
                        "30",
                        "--duration",
                        "12700ms",
                        "--warm-up",
                        "0s",
                        "--seed",
                        "7",
                        "--shard",
                        shard + "/" + injectors,
                        "--start-at",
                        start.toString(),
                        "--out",
                        out.toString()));
            }
            for (Child child : children) {
                assertThat(child.exitCode()).as(child.output()).isZero();
            }
            return directories;
        } finally {
            children.forEach(Child::close);
        }
    }

    /** The latencies of all logs, read without the code under test. */
    private static Histogram together(List<Path> directories) throws IOException {
        Histogram all = new Histogram(3);
        for (Path each : directories) {
            try (HistogramLogReader reader =
                    new HistogramLogReader(each.resolve("histograms.hlog").toFile())) {
                while (reader.hasNext()) {
                    Histogram next = (Histogram) reader.nextIntervalHistogram();
                    if ("latency".equals(next.getTag())) {
                        all.add(next);
                    }
                }
            }
        }
        return all;
    }
}
