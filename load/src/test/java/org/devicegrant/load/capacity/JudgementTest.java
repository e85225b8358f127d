package org.devicegrant.load.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Attempt.Kind;
import org.devicegrant.load.guard.Guard;
import org.devicegrant.load.guard.Guards;
import org.devicegrant.load.guard.Guards.Broken;
import org.devicegrant.load.measure.Mishaps;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.TrialPlan;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Invariant;
import org.devicegrant.load.step.Violations;
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

    private Attempt judge(int perSecond, PerPoll latency, PerPoll lateness) {
        return judge(perSecond, latency, lateness, new Guards(List.of()));
    }

    /** Polls of fifteen seconds; latency, lateness included, and lateness of each in milliseconds. */
    private Attempt judge(int perSecond, PerPoll latency, PerPoll lateness, Guards guards) {
        long end = WINDOWS * Windows.LENGTH.toNanos();
        Recording recording = new Recording(new org.devicegrant.load.measure.Window(0, end));
        Windows windows = new Windows(Duration.ZERO, WINDOWS);
        for (int second = 0; second < end / SECOND; second++) {
            for (int i = 0; i < perSecond; i++) {
                int poll = second * perSecond + i;
                long due = second * SECOND + i * SECOND / perSecond;
                long sent = due + lateness.millis(poll) * MILLI;
                recording.polled(due, sent, sent, due + latency.millis(poll) * MILLI, AnswerKind.PENDING);
            }
            windows.write(recording.drain(), (second + 1) * SECOND - 1);
        }
        return judgement.judge(Kind.BISECTION, 100, POLLS_A_SECOND, measured(recording), windows, guards);
    }

    private Measured measured(Recording recording) {
        TrialPlan plan = new TrialPlan(
                List.of(),
                Conduct.waiting(Duration.ZERO),
                device -> 0,
                Duration.ZERO,
                Windows.LENGTH.multipliedBy(WINDOWS),
                null);
        return new Measured(
                plan,
                WINDOWS * 5,
                recording.answers(),
                recording.allAnswers(),
                recording.measured(),
                List.of(),
                null,
                violations,
                0,
                0,
                Map.of(),
                Mishaps.none(),
                null,
                false);
    }

    /** A number of milliseconds for each poll. */
    private interface PerPoll {
        long millis(int poll);
    }
}
