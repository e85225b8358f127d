package org.devicegrant.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.Mishaps;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.scenario.Outcome.Closing;
import org.devicegrant.load.step.Invariant;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.devicegrant.reports.model.LoadReport.LoadObjective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run's figures mean for whoever started it. */
class EndingTest {
    private final Assembled run = new Assembled();

    @ParameterizedTest
    @CsvSource({
        "false, false, false, false, 0",
        "false, false, false, true,  1",
        "false, false, true,  true,  3",
        "false, true,  true,  true,  6",
        "true,  true,  true,  true,  70"
    })
    void theGravestDecidesTheExitCode(boolean ownFault, boolean missed, boolean failed, boolean broken, int code) {
        assertThat(Ending.exitCode(ownFault, missed, failed, broken)).isEqualTo(code);
        assertThat(Ending.ownFault(code)).isEqualTo(ownFault);
    }

    @Test
    void aGoodRunIsLimitedByNothing() {
        run.trial.pending(200);
        run.objectives("p99=250ms", "errors=1%");

        assertThat(run.report())
                .returns(0, LoadReport::exitCode)
                .returns(LimitedBy.NONE, LoadReport::limitedBy)
                .returns(true, LoadReport::complete)
                .returns(0.0, LoadReport::errorShare);
    }

    @Test
    void aMissedObjectiveIsExitCode6AndTheServers() {
        run.trial.polls(200, 300, 0, AnswerKind.PENDING);
        run.objectives("p99=250ms");

        assertThat(run.report()).returns(6, LoadReport::exitCode).returns(LimitedBy.SERVER, LoadReport::limitedBy);
    }

    @Test
    void aServerThatCannotKeepUpIsTheLimitEvenIfNothingWasAskedOfIt() {
        run.trial.pending(200);
        run.keptUp = false;

        assertThat(run.report()).returns(0, LoadReport::exitCode).returns(LimitedBy.SERVER, LoadReport::limitedBy);
    }

    @Test
    void oneErrorIsEnoughForTheServerToBeTheLimit() {
        run.trial.pending(199).polls(1, 10, 0, AnswerKind.SERVER_ERROR);

        assertThat(run.report())
                .returns(0.005, LoadReport::errorShare)
                .returns(LimitedBy.SERVER, LoadReport::limitedBy);
    }

    @Test
    void whatHasNoAnswerYetIsAnErrorToo() {
        run.trial.pending(150);
        run.trial.unanswered = 50;

        assertThat(run.report().errorShare()).isEqualTo(0.25);
    }

    @Test
    void aDisturbanceMattersOnlyIfTheFiguresAreBad() {
        run.trial.mishaps = new Mishaps(5_000, 0, 0, false);
        run.trial.pending(200);
        assertThat(run.report().limitedBy()).isEqualTo(LimitedBy.NONE);

        run.keptUp = false;
        assertThat(run.report().limitedBy()).isEqualTo(LimitedBy.GENERATOR);
    }

    @Test
    void aGeneratorThatFailedIsTheLimitHoweverGoodTheFigures() {
        run.trial.pending(200);
        run.trial.unsent = 1;

        assertThat(run.report().limitedBy()).isEqualTo(LimitedBy.GENERATOR);
    }

    @Test
    void aBrokenProtocolIsExitCode1AndAServerThatIsGone3() {
        run.trial.pending(200);
        run.trial.violations.add(Invariant.OWN_ANSWER, "device 1");
        assertThat(run.report().exitCode()).isEqualTo(1);

        run.trial.failed = true;
        run.trial.stopped = "the server failed";
        assertThat(run.report())
                .returns(3, LoadReport::exitCode)
                .returns(false, LoadReport::complete)
                .returns("the server failed", LoadReport::stoppedBecause);
    }

    @Test
    void memoryThatRanOutIsExitCode70() {
        run.trial.mishaps = new Mishaps(0, 0, 0, true);

        assertThat(run.report()).returns(70, LoadReport::exitCode).returns(LimitedBy.GENERATOR, LoadReport::limitedBy);
    }

    @Test
    void aScenarioThatKnowsBetterHasTheLastWord() {
        run.trial.polls(200, 300, 0, AnswerKind.PENDING);
        run.objectives("p99=1s");
        Objectives asked = Objectives.of(List.of(Objectives.parse("p50=100ms")));
        run.closing = new Closing(asked, "more could not be asked", LimitedBy.NONE, 42);

        LoadReport report = run.report();

        assertThat(report.exitCode()).isEqualTo(42);
        assertThat(report.limitedBy()).isEqualTo(LimitedBy.NONE);
        assertThat(report.stoppedBecause()).isEqualTo("more could not be asked");
        assertThat(report.objectives()).containsExactly(new LoadObjective("p50", "100 ms", "300 ms", false));
    }

    @Test
    void objectivesAreAboutWhatTheScenarioIsAbout() {
        run.trial.polls(200, 300, 0, AnswerKind.PENDING).issued(50);
        run.objectives("p99=250ms");
        run.judged = Metric.ISSUANCE;

        assertThat(run.report().objectives()).extracting(LoadObjective::met).containsExactly(true);
    }
}
