package org.devicegrant.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.devicegrant.reports.SampleRun;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

class RegradingTest {

    private final RunReport run =
            SampleRun.with(1, true, List.of(SampleRun.passing("core-rule"), SampleRun.failing("kiosk-rule")));
    private final Regrading regrading = new Regrading(
            Map.of("core-rule", Set.of("core"), "kiosk-rule", Set.of("kiosk")),
            results -> results.stream().anyMatch(r -> r.verdict() == Verdict.FAIL) ? 1 : 0);

    @Test
    void whatTheProfileLeavesOutIsSkippedAndSaysWhatItWas() {
        RunReport core = regrading.under("core", run);
        assertThat(core.profile()).isEqualTo("core");
        assertThat(core.exitCode()).isZero();
        assertThat(core.results().get(0)).isEqualTo(run.results().get(0));
        assertThat(core.results().get(1)).satisfies(result -> {
            assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
            assertThat(result.message()).isEqualTo("not part of the profile core; the run said FAIL");
        });
    }

    @Test
    void whatWasNeverTriedIsInconclusive() {
        RunReport core = regrading.under("core", run);
        CheckResult kiosk = regrading.under("all", core).results().get(1);
        assertThat(kiosk.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(kiosk.fix()).isEqualTo("Run the checks again with --profile all.");
    }

    @Test
    void theSameProfileChangesNothing() {
        assertThat(regrading.under("all", run)).isEqualTo(run);
    }

    @Test
    void aCutShortRunStaysCutShort() {
        assertThat(regrading
                        .under("core", SampleRun.with(0, false, run.results()))
                        .complete())
                .isFalse();
    }
}
