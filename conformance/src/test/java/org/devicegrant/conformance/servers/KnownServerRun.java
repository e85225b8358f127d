package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

    /** The browser that every machine has, and no more patience with codes that outlive their time than a test needs. */
    private static final List<String> OVERRIDES = List.of("approval.browser=htmlunit", "timing.late_expiry=5s");

    private KnownServerRun() {}

    /**
     * Runs every check.
     *
     * @return the {@code results.json} that it left
     */
    static Path against(KnownServer server) throws IOException {
        Path directory = REPORTS.resolve(server.name());
        Path file = server.targetFile(directory);
        Target target = TargetFile.read(file, Map.of(), OVERRIDES);
        ReportDirectory report = new ReportDirectory(directory);
        report.create();
        Files.deleteIfExists(report.exchanges());
        RunOptions options = RunOptions.defaults().into(directory);
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
