package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

/** Nobody waits for a week. */
class LongLivedCodesTest {
    private static final List<String> UNTIL_THE_END =
            List.of("8628-3.2-not-early", "8628-3.5-expired-token", "8628-3.2-lifetime-not-extended");

    @Test
    void codesThatLiveForAWeekAreNotPolledForAWeek() {
        Behaviour behaviour = Proof.behaviour();
        behaviour.codes().lifetime(Duration.ofDays(7));

        assertThat(Proof.results(behaviour, UNTIL_THE_END).values())
                .allSatisfy(result -> {
                    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                    assertThat(result.message()).contains("--max-wait");
                })
                .extracting(CheckResult::id)
                .containsExactlyInAnyOrderElementsOf(UNTIL_THE_END);
    }
}
