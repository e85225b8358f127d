package org.devicegrant.load.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Attempt.Kind;
import org.devicegrant.load.guard.Guard;
import org.devicegrant.load.guard.Guards;
import org.devicegrant.load.guard.Guards.Broken;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.MeasuredTrial;
import org.devicegrant.load.run.Tick;
import org.devicegrant.load.step.Invariant;
import org.devicegrant.load.step.Violations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a trial of three windows shows, at a limit of 250 ms and an interval of one second. */
class JudgementTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final int WINDOWS = 3;
    private static final int POLLS_A_SECOND = 100;

    private final Judgement judgement =
            new Judgement(Objectives.of(List.of(Objectives.parse("p99=250ms"))), Duration.ofSeconds(1));
    private final Violations violations = new Violations();
    private AnswerKind kind = AnswerKind.PENDING;
    private long unanswered;
    private @Nullable String stopped;
    private boolean failed;

    @Test
    void aTrialWithinTheLimitPasses() {
        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> 0)).returns(Verdict.PASS, Attempt::verdict);
    }

    @Test
    void aTrialBeyondTheLimitFailsAndSaysWhatWasMissed() {
        Attempt attempt = judge(POLLS_A_SECOND, poll -> 300, poll -> 0);

        assertThat(attempt.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(attempt.why()).isEqualTo("p99 300 ms instead of 250 ms");
    }

    @Test
    void oneBadWindowOfThreeIsOneTooMany() {
        assertThat(judge(POLLS_A_SECOND, poll -> poll < 500 ? 300 : 100, poll -> 0))
                .returns(Verdict.FAIL, Attempt::verdict);
    }

    @Test
    void aLateGeneratorSpoilsAPassButTheServerIsNotBlamed() {
        // Two of a hundred polls are sent 200 ms late, which is all that makes them slow.
        Attempt attempt = judge(POLLS_A_SECOND, poll -> poll % 50 == 0 ? 300 : 100, poll -> poll % 50 == 0 ? 200 : 0);

        assertThat(attempt.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(attempt.why()).contains("late in 3 of 3 windows");
    }

    @Test
    void aLateGeneratorDoesNotSaveAServerThatIsSlowForEverybody() {
        assertThat(judge(POLLS_A_SECOND, poll -> 300, poll -> poll % 50 == 0 ? 200 : 0))
                .returns(Verdict.FAIL, Attempt::verdict);
    }

    @Test
    void aPassInSpiteOfALateGeneratorIsAPass() {
        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> poll % 50 == 0 ? 60 : 0))
                .returns(Verdict.PASS, Attempt::verdict);
    }

    @Test
    void aServerThatHangsHasNotCarriedWhatItDidNotAnswer() {
        Attempt attempt = judge(POLLS_A_SECOND / 4, poll -> 100, poll -> 0);

        assertThat(attempt.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(attempt.why()).isEqualTo("answers are missing");
    }

    @Test
    void whatDisturbsTheWholeTrialMakesAFailureInvalidAndLeavesAPass() {
        Guards compiling = new Guards(List.of(new Broken(Guard.JIT, "still compiling")));

        assertThat(judge(POLLS_A_SECOND, poll -> 300, poll -> 0, compiling))
                .returns(Verdict.INVALID, Attempt::verdict)
                .returns("still compiling", Attempt::why);
        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> 0, compiling)).returns(Verdict.PASS, Attempt::verdict);
    }

    @Test
    void tooNearToTheGeneratorsCeilingNothingIsBelieved() {
        Guards near = new Guards(List.of(new Broken(Guard.CEILING, "near the ceiling")));

        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> 0, near)).returns(Verdict.INVALID, Attempt::verdict);
    }

    @Test
    void aBrokenRuleEndsTheSearchUnlessItIsWhatOverloadLooksLike() {
        violations.add(Invariant.WELL_FORMED, "device 1 polled and got HTTP 503");
        assertThat(judge(POLLS_A_SECOND, poll -> 300, poll -> 0).end()).isNull();

        violations.add(Invariant.ONE_TOKEN_SET, "device 2 polled and got a second token");
        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> 0))
                .returns(End.VIOLATION, Attempt::end)
                .returns(Verdict.FAIL, Attempt::verdict);
    }

    @Test
    void aTrialThatWasCutShortShowsNothing() {
        stopped = "it was interrupted";

        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> 0))
                .returns(End.STOPPED, Attempt::end)
                .returns(Verdict.INVALID, Attempt::verdict)
                .returns("it was cut short", Attempt::why);
    }

    @Test
    void aServerThatGaveUpHasFailedWhateverTheMachineDidBesides() {
        stopped = "the server failed";
        failed = true;
        Guards compiling = new Guards(List.of(new Broken(Guard.JIT, "still compiling")));

        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> 0, compiling))
                .returns(Verdict.FAIL, Attempt::verdict)
                .returns("the server failed", Attempt::why)
                .returns(null, Attempt::end);
    }

    @Test
    void aPassNeedsNoReason() {
        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> 0)).returns("", Attempt::why);
    }

    @Test
    void halfOfTheAnswersAreEnoughToJudgeBy() {
        assertThat(judge(POLLS_A_SECOND / 2, poll -> 100, poll -> 0)).returns(Verdict.PASS, Attempt::verdict);
    }

    @Test
    void figuresAreMillisecondsAndSharesOfTheTrial() {
        unanswered = 500;

        Attempt attempt = judge(POLLS_A_SECOND, poll -> poll % 2 == 0 ? 100 : 200, poll -> 0);

        assertThat(attempt.figures().achieved()).isCloseTo(100, within(1e-9));
        assertThat(attempt.figures().mean()).isCloseTo(150, within(0.2));
        assertThat(attempt.figures().p50()).isCloseTo(100, within(0.2));
        assertThat(attempt.figures().p99()).isCloseTo(200, within(0.2));
        assertThat(attempt.figures().errors()).isEqualTo(0.25);
        assertThat(attempt.seconds()).isEqualTo(15);
        assertThat(attempt.kind().word()).isEqualTo("bisection");
        assertThat(attempt.verdict().word()).isEqualTo("pass");
    }

    @Test
    void aTrialWithoutAnyAnswerHasNoFigures() {
        Attempt attempt = judge(0, poll -> 100, poll -> 0);

        assertThat(attempt.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(attempt.figures().mean()).isZero();
        assertThat(attempt.figures().errors()).isZero();
    }

    @Test
    void theGeneratorMayBeLateByATenthOfTheLimit() {
        assertThat(judge(POLLS_A_SECOND, poll -> poll % 50 == 0 ? 260 : 100, poll -> poll % 50 == 0 ? 24 : 0))
                .returns(Verdict.FAIL, Attempt::verdict);
        assertThat(judge(POLLS_A_SECOND, poll -> poll % 50 == 0 ? 260 : 100, poll -> poll % 50 == 0 ? 26 : 0))
                .returns(Verdict.INVALID, Attempt::verdict)
                .returns("the generator was more than 25 ms late in 3 of 3 windows", Attempt::why);
    }

    @Test
    void aPassDoesNotCountFromDevicesThatOfferedTooLittle() {
        // On average 1 % of the interval late: 10 ms.
        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> poll % 2 == 0 ? 19 : 0))
                .returns(Verdict.PASS, Attempt::verdict);
        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> poll % 4 == 0 ? 36 : 0))
                .returns(Verdict.PASS, Attempt::verdict);
        assertThat(judge(POLLS_A_SECOND, poll -> 100, poll -> poll % 4 == 0 ? 48 : 0))
                .returns(Verdict.INVALID, Attempt::verdict);
    }

    @Test
    void tooManyErrorsAreTheServersHoweverLateTheGenerator() {
        Judgement strict = new Judgement(Objectives.of(List.of(Objectives.parse("errors=0%"))), Duration.ofSeconds(1));
        kind = AnswerKind.SERVER_ERROR;

        Attempt attempt = judge(strict, POLLS_A_SECOND, poll -> 300, poll -> 200, new Guards(List.of()));

        assertThat(attempt.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(attempt.why()).isEqualTo("errors 100 % instead of 0 %");
    }

    private Attempt judge(int perSecond, PerPoll latency, PerPoll lateness) {
        return judge(perSecond, latency, lateness, new Guards(List.of()));
    }

    /** Polls of fifteen seconds; latency, lateness included, and lateness of each in milliseconds. */
    private Attempt judge(int perSecond, PerPoll latency, PerPoll lateness, Guards guards) {
        return judge(judgement, perSecond, latency, lateness, guards);
    }

    private Attempt judge(Judgement by, int perSecond, PerPoll latency, PerPoll lateness, Guards guards) {
        long end = WINDOWS * Windows.LENGTH.toNanos();
        Recording recording = new Recording(new org.devicegrant.load.measure.Window(0, end));
        Windows windows = new Windows(Duration.ZERO, WINDOWS);
        for (int second = 0; second < end / SECOND; second++) {
            for (int i = 0; i < perSecond; i++) {
                int poll = second * perSecond + i;
                long due = second * SECOND + i * SECOND / perSecond;
                long sent = due + lateness.millis(poll) * MILLI;
                recording.polled(due, sent, sent, due + latency.millis(poll) * MILLI, kind);
            }
            windows.write(recording.drain(), (second + 1) * SECOND - 1);
            windows.accept(new Tick(second + 0.9, 100, recording.answers(), 0, 0, 0, 0, 0, 0));
        }
        return by.judge(Kind.BISECTION, 100, POLLS_A_SECOND, measured(recording), windows, guards);
    }

    private Measured measured(Recording recording) {
        MeasuredTrial trial = new MeasuredTrial(0, Windows.LENGTH.multipliedBy(WINDOWS), recording);
        trial.violations.addAll(violations);
        trial.unanswered = unanswered;
        trial.stopped = stopped;
        trial.failed = failed;
        return trial.measured();
    }

    /** A number of milliseconds for each poll. */
    private interface PerPoll {
        long millis(int poll);
    }
}
