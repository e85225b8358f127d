package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

/** What met an obstacle that may pass is asked again; what meets it then, too, is said to be inconclusive. */
class SecondTryTest {
    /** Needs its answer within one interval. */
    private static final String HASTY = "8628-3.5-first-poll-at-once";

    private static final String NEXT_TO_IT = "8628-3.2-device-code-present";
    private static final String OF_A_USER = "8628-3.5-success-after-approval";

    private final AtomicBoolean obstacle = new AtomicBoolean();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<CheckResult> told = new CopyOnWriteArrayList<>();

    @Test
    void aCheckThatCameTooLateIsAskedAgain() {
        CheckResult hasty = patiently(interval -> run(slow(interval), List.of(HASTY, NEXT_TO_IT), this::clear));

        assertThat(hasty.verdict()).as(hasty.message()).isEqualTo(Verdict.PASS);
        assertThat(notes).hasSize(1).allMatch(note -> note.startsWith("1 check "));
        assertThat(told).extracting(CheckResult::id).containsExactlyInAnyOrder(HASTY, NEXT_TO_IT);
    }

    @Test
    void aCheckWhoseUserMetABrokenPageIsAskedAgain() {
        CheckResult ofAUser = patiently(interval -> run(broken(interval), List.of(OF_A_USER), this::clear));

        assertThat(ofAUser.verdict()).as(ofAUser.message()).isEqualTo(Verdict.PASS);
        assertThat(notes).hasSize(1).allMatch(note -> note.startsWith("1 check "));
    }

    @Test
    void aSecondTryIsTheLast() {
        CheckResult hasty = run(slow(Proof.INTERVAL), List.of(HASTY, NEXT_TO_IT), () -> {});

        assertThat(hasty.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(hasty.message()).contains("on a less busy machine");
        assertThat(told).extracting(CheckResult::id).containsExactlyInAnyOrder(HASTY, NEXT_TO_IT);
    }

    private void clear() {
        obstacle.set(false);
    }

    /** A machine that is too slow for the second try, too, gets a server with a longer interval. */
    private static CheckResult patiently(Function<Duration, CheckResult> run) {
        CheckResult result = run.apply(Duration.ofSeconds(2));
        for (int longer = 8; longer <= 32 && result.verdict() == Verdict.INCONCLUSIVE; longer *= 2) {
            result = run.apply(Duration.ofSeconds(longer));
        }
        return result;
    }

    private static Behaviour patient(Duration interval) {
        Behaviour behaviour = Proof.behaviour();
        behaviour.codes().lifetime(interval.multipliedBy(60));
        behaviour.polling().interval(interval);
        return behaviour;
    }

    /** Answers polls after their interval while there is the obstacle. */
    private Behaviour slow(Duration interval) {
        return patient(interval)
                .onToken((request, answer) -> obstacle.get() ? answer.delay(interval.plusMillis(100)) : answer);
    }

    /** Fails at every form while there is the obstacle. */
    private Behaviour broken(Duration interval) {
        return patient(interval)
                .onPage((request, answer) -> obstacle.get() && request.isPost()
                        ? Answer.text(500, "text/html", "<h1>An internal error occurred</h1>")
                        : answer);
    }

    /** The result of the first of the checks. */
    private CheckResult run(Behaviour behaviour, List<String> checks, Runnable whenAskedAgain) {
        obstacle.set(true);
        notes.clear();
        told.clear();
        ConformanceRun.Outcome outcome = Proof.run(behaviour, checks, Clock.system(), new RunListener() {
            @Override
            public void note(String note) {
                notes.add(note);
                whenAskedAgain.run();
            }

            @Override
            public void verdict(CheckResult result) {
                told.add(result);
            }
        });
        return outcome.report().results().stream()
                .filter(result -> result.id().equals(checks.get(0)))
                .findFirst()
                .orElseThrow();
    }
}
