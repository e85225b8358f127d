package org.devicegrant.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.WarmUp.Ceiling;
import org.devicegrant.load.step.Invariant;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadFindings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of a run in three sentences. */
class ConclusionsTest {
    private final Assembled run = new Assembled();

    @Test
    void aGoodRun() {
        run.trial.pending(200);

        assertThat(run.report().conclusions())
                .containsExactly(
                        "100 devices polled 20.0 times a second (20.0 were offered); half of the answers came within"
                                + " 10.0 ms, 99 % within 10.0 ms.",
                        "No request failed and every answer kept the protocol.",
                        "Neither the server nor the generator was at its limit.");
    }

    @Test
    void aBadRun() {
        run.trial.pending(190).polls(10, 100, 0, AnswerKind.NO_ANSWER);
        run.trial.violations.add(Invariant.OWN_ANSWER, "device 1");
        run.trial.violations.add(Invariant.OWN_ANSWER, "device 2");
        run.objectives("p50=1s", "p99=50ms", "errors=1%");

        assertThat(run.report().conclusions())
                .endsWith(
                        "5.00 % of the requests failed and the protocol was broken 2 times; missed: p99 100 ms instead of"
                                + " 50 ms, errors 5.00 % instead of 1 %.",
                        "The server was the limit, not the generator.");
    }

    @Test
    void aRunThatMetItsObjectivesWhileTheGeneratorWasTheLimit() {
        run.trial.polls(200, 400, 300, AnswerKind.PENDING);
        run.objectives("p99=1s");

        assertThat(run.report().conclusions())
                .endsWith(
                        "No request failed and every answer kept the protocol; every objective was met.",
                        "The generator or its machine was the limit, so these figures are not the server's: 1 % of the"
                                + " requests were sent 300 ms late or more, 25 ms are allowed.");
    }

    @Test
    void devicesThatComeAndGoHaveNoRateToCompareWith() {
        run.trial.pending(200);
        run.offered = 0;

        assertThat(run.report().conclusions().get(0))
                .startsWith("100 devices polled 20.0 times a second; half of the answers");
    }

    @Test
    void codesAloneAreTold() {
        run.trial.issued(30);

        assertThat(run.report().conclusions().get(0))
                .isEqualTo("30 device authorization requests were answered, the median after 10.0 ms, 99 % within"
                        + " 10.0 ms.");
    }

    @Test
    void aRunThatWasCutShort() {
        run.trial.stopped = "it was interrupted";

        assertThat(run.report().conclusions())
                .startsWith("Nothing was measured.")
                .endsWith("The run was cut short: it was interrupted.");
    }

    @Test
    void aCapacityWithBothEnds() {
        run.trial.pending(200);
        run.ceiling = new Ceiling(5_000, 30, true);
        capacity(980, 1_071, 0.26);

        assertThat(run.report().conclusions())
                .containsExactly(
                        "This server carries between 980 and 1071 devices that poll every 5.0 s, which is 196.0 polls/s.",
                        "Beyond that p99 300 ms instead of 250 ms, and the generator was well.",
                        "The lower end passed 3 of 3 trials, and the generator itself can do 5000 polls/s; the reference"
                                + " trial changed by 26 % meanwhile.");
    }

    @Test
    void aCapacityWithoutAnUpperEndOnAMachineThatStayedTheSame() {
        run.trial.pending(200);
        capacity(980, null, 0.25);

        assertThat(run.report().conclusions())
                .containsExactly(
                        "This server carries 980 devices or more that poll every 5.0 s, which is 196.0 polls/s.",
                        "Nothing gave out up to the cap on rate and devices, so the limit is not known.",
                        "The lower end passed 3 of 3 trials.");
    }

    @Test
    void aServerThatCarriesNothing() {
        capacity(0, 2, 0);
        assertThat(run.report().conclusions()).containsExactly("No load was carried: p99 300 ms instead of 250 ms.");

        run.trial.stopped = "it was interrupted";
        capacity(0, null, 0);
        assertThat(run.report().conclusions())
                .containsExactly(
                        "No load was tried to its end.", "The search ended before its time: it was interrupted.");
    }

    @Test
    void aSearchThatWasInterruptedSaysWhatItKnowsOfTheLimit() {
        run.trial.stopped = "it was interrupted";
        capacity(980, 1_071, 0);

        assertThat(run.report().conclusions())
                .contains(
                        "Beyond that p99 300 ms instead of 250 ms. The search ended before its time: it was interrupted.");
    }

    private void capacity(int from, @Nullable Integer to, double drift) {
        LoadCapacity capacity = new LoadCapacity(
                from,
                to,
                from / 5.0,
                "p99 300 ms instead of 250 ms",
                "3 of 3 trials",
                drift,
                List.of(),
                List.of(),
                null,
                "");
        run.findings = new LoadFindings(null, null, List.of(), null, capacity);
    }
}
