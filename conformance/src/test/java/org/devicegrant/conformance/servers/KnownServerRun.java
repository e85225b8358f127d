package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.devicegrant.conformance.check.ConformanceRun;
import org.devicegrant.conformance.check.RunListener;
import org.devicegrant.conformance.check.RunOptions;
import org.devicegrant.conformance.check.Station;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.reports.ExchangeLog;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.ReportDirectory;

/** One conformance run against a known server, with its reports below {@code target/known-servers}. */
final class KnownServerRun {

    private static final Path REPORTS = Path.of("target", "known-servers", "reports");

    /** The browser that every machine has; a server of one's own may be asked fast, and need not be waited for long. */
    private static final List<String> OVERRIDES =
            List.of("approval.browser=htmlunit", "timing.late_expiry=5s", "timing.starts_per_second=50");

    private KnownServerRun() {}

    /** As {@link #of(RunOptions, KnownServer, String...)}, with every check. */
    static Path against(KnownServer server, String... further) throws IOException {
        return of(RunOptions.defaults(), server, further);
    }

    /**
     * Runs the selected checks.
     *
     * @param further settings of the target file, as {@code path=value}
     * @return the {@code results.json} that it left
     */
    static Path of(RunOptions selected, KnownServer server, String... further) throws IOException {
        return of(selected, server, REPORTS.resolve(server.name()), further);
    }

    /**
     * Runs the selected checks and compares with what is known of the server. What could not be judged is asked once
     * more, alone.
     *
     * @throws AssertionError with every difference
     */
    static void deviatesAsKnown(RunOptions selected, KnownServer server, String... further) throws IOException {
        ExpectedResults expected = ExpectedResults.of(server.name());
        Path results = of(selected, server, further);
        List<String> unsettled = expected.unsettled(results);
        if (unsettled.isEmpty()) {
            expected.assertMatches(results, server.version());
        } else {
            RunOptions alone = RunOptions.defaults().including(unsettled);
            Path again = of(alone, server, REPORTS.resolve(server.name() + "-again"), further);
            expected.assertMatches(results, server.version(), again);
        }
    }

    private static Path of(RunOptions selected, KnownServer server, Path directory, String... further)
            throws IOException {
        Path file = server.targetFile(directory);
        List<String> overrides =
                Stream.concat(OVERRIDES.stream(), Stream.of(further)).toList();
        Target target = TargetFile.read(file, Map.of(), overrides);
        ReportDirectory report = new ReportDirectory(directory);
        report.create();
        Files.deleteIfExists(report.exchanges());
        RunOptions options = selected.into(directory);
        try (ExchangeLog log = ExchangeLog.open(report.exchanges());
                Station station = Station.open(
                        target,
                        options,
                        Clock.system(),
                        (device, user, decision) -> {
                            throw new NotApplicable("the browser decides");
                        },
                        RunListener.silent(),
                        log::append)) {
            ConformanceRun.Outcome outcome = new ConformanceRun(station, options).run();
            assertThat(outcome.faults()).as("faults of the harness itself").isEmpty();
            report.write(outcome.report(), outcome.exchanges(), EnumSet.allOf(Format.class));
        }
        return directory.resolve(Format.JSON.fileName());
    }
}
