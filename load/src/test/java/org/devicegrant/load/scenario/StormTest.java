package org.devicegrant.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.result.ReportAssembly;
import org.devicegrant.load.run.MeasuredTrial;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.junit.jupiter.api.Test;

/**
 * What gave out in a storm: thirty devices get their codes at once and poll in step after 5.1 and 10.2 seconds, which is all
 * that fits into 12.7.
 */
class StormTest {
    private static final int DEVICES = 30;
    private static final Duration LENGTH = Duration.ofMillis(12_700);

    private final MeasuredTrial trial = new MeasuredTrial(DEVICES, LENGTH).issued(DEVICES);

    @Test
    void nobodyIsBlamedForTheIntervalInWhichNoDeviceHasAPoll() {
        trial.pending(2 * DEVICES);

        LoadReport report = report();

        assertThat(report.limitedBy()).isEqualTo(LimitedBy.NONE);
        assertThat(report.conclusions().toString()).contains("Neither the server nor the generator was at its limit");
        assertThat(report.notes()).anyMatch(note -> note.contains("come in waves"));
    }

    @Test
    void theServerIsNamedWhenItAnswersTooFewInTime() {
        trial.pending(DEVICES);

        assertThat(report().limitedBy()).isEqualTo(LimitedBy.SERVER);
    }

    @Test
    void theGeneratorIsNamedWhenItSentTooLate() {
        trial.polls(DEVICES, 400, 390, AnswerKind.PENDING);

        LoadReport report = report();

        assertThat(report.limitedBy()).isEqualTo(LimitedBy.GENERATOR);
        assertThat(report.conclusions().toString())
                .contains("1 % of the requests were sent 390 ms late or more, 25 ms are allowed");
    }

    @Test
    void arrivalsThatAreSpreadOutLeaveLessTimeForPolls() {
        LoadOptions spread = options(Duration.ofSeconds(7));

        trial.pending(20);

        // From 12.1 s on all of them poll: in what is left, a dozen polls may be missing by chance.
        assertThat(report(spread).limitedBy()).isEqualTo(LimitedBy.NONE);
        assertThat(report(options(Duration.ZERO)).limitedBy()).isEqualTo(LimitedBy.SERVER);
    }

    @Test
    void aStormThatEndsBeforeItsFirstPollBlamesNobody() {
        MeasuredTrial brief = new MeasuredTrial(DEVICES, Duration.ofSeconds(3)).issued(DEVICES);

        assertThat(report(brief, options(null)).limitedBy()).isEqualTo(LimitedBy.NONE);
    }

    private LoadReport report() {
        return report(options(null));
    }

    private LoadReport report(LoadOptions options) {
        return report(trial, options);
    }

    private static LoadReport report(MeasuredTrial trial, LoadOptions options) {
        Stage stage = MeasuredTrial.stage(options, null);
        Outcome outcome = Storm.outcome(stage, trial.measured());
        return new ReportAssembly(ScenarioKind.STORM, stage, Instant.EPOCH).report(outcome);
    }

    private static LoadOptions options(Duration ramp) {
        LoadOptions defaults = LoadOptions.defaults();
        return new LoadOptions(
                DEVICES,
                LENGTH,
                ramp,
                defaults.pad(),
                defaults.connections(),
                defaults.warmUp(),
                defaults.seed(),
                defaults.shard(),
                null,
                defaults.objectives(),
                defaults.limits(),
                defaults.wave(),
                defaults.search());
    }
}
