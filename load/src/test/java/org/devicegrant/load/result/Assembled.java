package org.devicegrant.load.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.run.MeasuredTrial;
import org.devicegrant.load.run.WarmUp.Ceiling;
import org.devicegrant.load.scenario.LoadOptions;
import org.devicegrant.load.scenario.Outcome;
import org.devicegrant.load.scenario.Outcome.Closing;
import org.devicegrant.load.scenario.ScenarioKind;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadReport;
import org.jspecify.annotations.Nullable;

/** Reports of trials that were never played. */
final class Assembled {
    final MeasuredTrial trial = new MeasuredTrial(100, Duration.ofSeconds(10));
    boolean keptUp = true;
    double offered = 20;
    Metric judged = Metric.LATENCY;
    LoadFindings findings = LoadFindings.none();

    @Nullable Closing closing;

    @Nullable Ceiling ceiling;

    private Objectives objectives = Objectives.none();

    void objectives(String... texts) {
        objectives = Objectives.of(Arrays.stream(texts).map(Objectives::parse).toList());
    }

    LoadReport report() {
        LoadOptions d = LoadOptions.defaults();
        LoadOptions options = new LoadOptions(
                100,
                Duration.ofSeconds(10),
                null,
                d.pad(),
                d.connections(),
                d.warmUp(),
                d.seed(),
                d.shard(),
                null,
                objectives,
                d.limits(),
                d.wave(),
                d.search());
        Outcome outcome =
                new Outcome(trial.measured(), offered, keptUp, Duration.ZERO, judged, findings, List.of(), closing);
        return new ReportAssembly(ScenarioKind.STEADY, MeasuredTrial.stage(options, ceiling), Instant.EPOCH)
                .report(outcome);
    }
}
