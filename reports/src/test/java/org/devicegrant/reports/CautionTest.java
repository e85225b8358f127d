package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.devicegrant.reports.model.RunReport;
import org.junit.jupiter.api.Test;

/** A run in which anybody may have answered for the server says so wherever it is read. */
class CautionTest {
    private static final String WORDS = "TLS was not verified (http.insecure: true)";
    private static final RunReport RUN = SampleRun.insecure();

    @Test
    void thePageSaysItBeforeAnyResult() {
        String page = HtmlReport.render(RUN, List.of());

        assertThat(page).contains("<p class=\"caution\"><strong>Insecure.</strong> " + WORDS);
        assertThat(page.indexOf(WORDS)).isLessThan(page.indexOf("id=\"overview\""));
    }

    @Test
    void theSummarySaysItBeforeAnyResult() {
        String summary = SummaryMarkdown.render(RUN);

        assertThat(summary).contains("\n**⚠️ TLS was not verified (http.insecure: true): ");
        assertThat(summary.indexOf("TLS was")).isLessThan(summary.indexOf("### Broken"));
    }

    @Test
    void theTerminalSaysItRightAboveTheHeadline() {
        List<String> lines = new ConsoleSummary(new Terminal(120, false))
                .render(RUN, "index.html")
                .lines()
                .toList();

        assertThat(lines.get(lines.size() - 3)).startsWith("INSECURE  " + WORDS).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void programsReadItAndRunsOfEarlierVersionsDoNotSay() {
        String json = ResultsJson.render(RUN);
        SchemaAssert.assertValid(json, "results.schema.json");

        String earlier = json.replaceFirst(",\\s*\"insecure\" : true", "");

        assertThat(ResultsJson.read(json, "results.json")).isEqualTo(RUN);
        assertThat(earlier).doesNotContain("\"insecure\"");
        assertThat(Caution.of(ResultsJson.read(earlier, "results.json"))).isEmpty();
    }

    @Test
    void aRunThatVerifiedTlsSaysNothing() {
        RunReport run = SampleRun.run();

        assertThat(HtmlReport.render(run, List.of())).doesNotContain("<p class=\"caution\"");
        assertThat(SummaryMarkdown.render(run)).doesNotContain("TLS");
        assertThat(new ConsoleSummary(new Terminal(120, false)).render(run, "index.html"))
                .doesNotContain("INSECURE");
    }
}
