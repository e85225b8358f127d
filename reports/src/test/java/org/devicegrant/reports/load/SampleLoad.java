package org.devicegrant.reports.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadGenerator;
import org.devicegrant.reports.model.LoadPercentiles;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.devicegrant.reports.model.LoadReport.LoadInvariant;
import org.devicegrant.reports.model.LoadReport.LoadObjective;
import org.devicegrant.reports.model.LoadReport.LoadSlice;
import org.devicegrant.reports.model.LoadSettings;

/** A search for the capacity that found a knee, with a name that wants to be markup. */
final class SampleLoad {
    private SampleLoad() {}

    static LoadReport capacity(LimitedBy limitedBy) {
        LoadPercentiles none = LoadPercentiles.none();
        return new LoadReport(
                new LoadReport.Tool("device-grant", "1", "17"),
                new LoadReport.Target("<b>as", null, "http://127.0.0.1/token", "http://127.0.0.1/device"),
                "capacity",
                new LoadSettings(100, 1000, 100, 1100, 60000, "shared", List.of("public (none)"), 1, 0, 1, 600),
                Instant.parse("2026-11-21T20:00:00Z"),
                60,
                true,
                null,
                0,
                470,
                400,
                new LoadPercentiles(24_000, 210, 210, 220, 240, 270, 300),
                new LoadPercentiles(24_000, 1, 0.2, 2, 9, 20, 40),
                none,
                none,
                none,
                Map.of("authorization_pending", 24_000L),
                0,
                0,
                0,
                List.of(
                        new LoadInvariant("kept", "A rule.", 0, List.of()),
                        new LoadInvariant("broken", "Another.", 2, List.of("device 7"))),
                List.of(
                        new LoadObjective("p99", "250 ms", "240 ms", true),
                        new LoadObjective("max", "1 ms", "300 ms", false)),
                limitedBy,
                new LoadGenerator(2, 9, 0.1, 40, 0.1, 0.01, 5, 0.0, null, 12.0, 200.0, 30_000.0, 20.0, List.of("late")),
                List.of(new LoadSlice(0, 5, Map.of("authorization_pending", 2_000L), 210, 240, 300, 9)),
                new LoadFindings(null, null, List.of(), null, search()),
                List.of("This server carries between 473 and 514 devices."),
                List.of());
    }

    private static LoadCapacity search() {
        return new LoadCapacity(
                473,
                514,
                400,
                "p99 271 ms instead of 250 ms",
                "3 of 3 trials of full length",
                0.04,
                List.of(
                        new LoadCapacity.Trial("doubling", 400, 10, 400, 395, 11, 38, 0, "pass", ""),
                        new LoadCapacity.Trial("doubling", 800, 10, 800, 400, 1100, 1119, 0, "fail", "p99 1119 ms"),
                        new LoadCapacity.Trial("bisection", 519, 10, 519, 400, 328, 395, 0, "invalid", "late")),
                List.of(
                        new LoadCapacity.Instances(1, 400),
                        new LoadCapacity.Instances(2, 760),
                        new LoadCapacity.Instances(4, 1_380)),
                new LoadCapacity.Law(400, 0.04, 0.002, 0.99),
                "8 instances should carry 2192 polls/s.");
    }
}
