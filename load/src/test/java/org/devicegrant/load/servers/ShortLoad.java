package org.devicegrant.load.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.load.LoadRun;
import org.devicegrant.load.measure.Answers;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.result.LoadFiles;
import org.devicegrant.load.run.Tick;
import org.devicegrant.load.scenario.LoadOptions;
import org.devicegrant.load.scenario.ScenarioKind;
import org.devicegrant.load.target.Resolution;
import org.devicegrant.reports.model.LoadReport;

/**
 * A run that ends when it has seen enough, because no length is right for every machine.
 *
 * @param report of the run, also left on disk
 * @param last the last look at it
 * @param settled whether it saw enough
 */
record ShortLoad(LoadReport report, Tick last, boolean settled) {
    /** Seconds that no machine needs. */
    private static final int ENOUGH = 240;

    static ShortLoad run(
            KnownServer server, ScenarioKind kind, int devices, LoadOptions.Wave wave, Predicate<Tick> enough)
            throws IOException {
        // No answer is too late here, for a machine may stand still.
        Target target = TargetFile.read(server.targetFile(), Map.of(), List.of("http.timeout=" + ENOUGH + "s"));
        LoadOptions options = LoadOptions.defaults()
                .withDevices(devices)
                .withDuration(Duration.ofSeconds(ENOUGH))
                .withWarmUp(Duration.ZERO)
                .withWave(wave);
        LoadRun run = new LoadRun(Resolution.of(target, List.of()), kind, options);
        Tick[] last = new Tick[1];
        boolean[] settled = new boolean[1];
        LoadReport report = run.run(HistogramSink.NONE, tick -> {
            last[0] = tick;
            if (enough.test(tick)) {
                settled[0] = true;
                run.stop("enough was seen");
            }
        });
        Path directory = server.directory().resolve(kind.word());
        LoadFiles.write(report, directory);
        return new ShortLoad(report, last[0], settled[0]);
    }

    Answers answers() {
        return last.answers();
    }

    /** Answers of that kind over the whole run, as the report's timeline tells them. */
    long told(String kind) {
        return report.timeline().stream()
                .mapToLong(slice -> slice.answers().getOrDefault(kind, 0L))
                .sum();
    }
}
