package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.devicegrant.reports.Headline.Tone;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    @Test
    void onlyAFullCleanRunConforms() {
        RunReport clean = SampleRun.with(0, true, List.of(SampleRun.passing("a")));
        assertThat(Headline.of(clean))
                .isEqualTo(new Headline(
                        Tone.GOOD, "Conforms", "1 requirement seen to hold, 0 warnings, 0 could not be judged."));
    }

    @Test
    void whatCouldNotBeJudgedIsSaidInTheTitle() {
        RunReport run = SampleRun.with(
                0,
                true,
                List.of(
                        SampleRun.passing("a"),
                        SampleRun.result("b", "g", Level.MUST, Verdict.INCONCLUSIVE, "", null)));
        assertThat(Headline.of(run).title()).isEqualTo("Conforms, as far as it could be judged");
    }

    @Test
    void knownDeviationsAreSaidInTheTitle() {
        RunReport run = SampleRun.with(
                0, true, List.of(SampleRun.result("b", "g", Level.MUST, Verdict.FAIL, "late", "AS-1234")));
        assertThat(Headline.of(run).title()).isEqualTo("Conforms, given the baseline");
        assertThat(Headline.of(run).detail()).endsWith(", 1 known deviation.");
    }

    @Test
    void aCutShortRunIsNeverGoodNews() {
        RunReport run = SampleRun.with(0, false, List.of(SampleRun.passing("a")));
        assertThat(Headline.of(run).tone()).isEqualTo(Tone.DOUBT);
        assertThat(Headline.of(SampleRun.with(0, false, List.of(SampleRun.failing("a")))))
                .isEqualTo(
                        new Headline(
                                Tone.BAD,
                                "Cut short",
                                "The run ended before every requirement was judged; until then 1 of 1 judged requirement is broken."));
    }

    @Test
    void everyExitCodeHasItsWords() {
        assertThat(title(1)).isEqualTo("Warnings count here");
        assertThat(title(2)).isEqualTo("Not judged");
        assertThat(title(3)).isEqualTo("Not judged");
        assertThat(title(4)).isEqualTo("Nothing was proved");
        assertThat(title(5)).isEqualTo("The baseline is stale");
        assertThat(title(70)).isEqualTo("The harness failed");
    }

    private static String title(int exitCode) {
        return Headline.of(SampleRun.with(exitCode, true, List.of(SampleRun.passing("a"))))
                .title();
    }
}
