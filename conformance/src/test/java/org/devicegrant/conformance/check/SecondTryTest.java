package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

/** What came too late for a slow machine is asked again; what is too late then is said to be so. */
class SecondTryTest {
    /** Needs its answer within one interval. */
    private static final String HASTY = "8628-3.5-first-poll-at-once";

    private static final String OF_A_USER = "8628-3.5-success-after-approval";
    private static final String NEXT_TO_IT = "8628-3.2-device-code-present";

    private final AtomicBoolean slow = new AtomicBoolean(true);
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<CheckResult> told = new CopyOnWriteArrayList<>();

    @Test
    void aCheckThatCameTooLateIsAskedAgain() {
        ConformanceRun.Outcome outcome = run(() -> slow.set(false));

        assertThat(outcome.report().results())
                .filteredOn(result -> result.id().equals(HASTY))
                .extracting(CheckResult::verdict)
                .containsExactly(Verdict.PASS);
        assertThat(notes).anyMatch(note -> note.startsWith("1 check"));
        assertThat(told).extracting(CheckResult::id).containsExactlyInAnyOrder(HASTY, NEXT_TO_IT);
    }

    @Test
    void aSecondTryIsTheLast() {
        ConformanceRun.Outcome outcome = run(() -> {});

        assertThat(outcome.report().results())
                .filteredOn(result -> result.id().equals(HASTY))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                    assertThat(result.message()).contains("on a less busy machine");
                });
        assertThat(told).extracting(CheckResult::id).containsExactlyInAnyOrder(HASTY, NEXT_TO_IT);
    }

    @Test
    void aCheckWhoseUserMetABrokenPageIsAskedAgain() {
        Behaviour behaviour = Proof.behaviour();
        behaviour.onPage((request, answer) -> slow.get() && request.isPost()
                ? Answer.text(500, "text/html", "<h1>An internal error occurred</h1>")
                : answer);

        ConformanceRun.Outcome outcome = run(behaviour, List.of(OF_A_USER), () -> slow.set(false));

        assertThat(notes).anyMatch(note -> note.startsWith("1 check"));
        assertThat(outcome.report().results())
                .filteredOn(result -> result.id().equals(OF_A_USER))
                .extracting(CheckResult::verdict)
                .containsExactly(Verdict.PASS);
    }

    private ConformanceRun.Outcome run(Runnable whenAskedAgain) {
        Behaviour behaviour = Proof.behaviour();
        behaviour.onToken((request, answer) -> slow.get() ? answer.delay(Proof.INTERVAL.plusMillis(100)) : answer);
        return run(behaviour, List.of(HASTY, NEXT_TO_IT), whenAskedAgain);
    }

    private ConformanceRun.Outcome run(Behaviour behaviour, List<String> checks, Runnable whenAskedAgain) {
        return Proof.run(behaviour, checks, Clock.system(), new RunListener() {
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
    }
}
