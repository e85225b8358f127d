package org.devicegrant.reports.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.devicegrant.reports.Caution;
import org.devicegrant.reports.SchemaAssert;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.junit.jupiter.api.Test;

/** The files of a load run. */
class LoadReportTest {
    private final LoadReport report = SampleLoad.capacity(LimitedBy.SERVER);

    @Test
    void whatIsWrittenKeepsTheSchemaAndCanBeReadAgain() {
        String json = LoadJson.write(report);

        SchemaAssert.assertValid(json, "/org/devicegrant/reports/load/load.schema.json");
        assertThat(LoadJson.read(json)).isEqualTo(report);
    }

    @Test
    void whatIsNoReportOfThisVersionIsRefusedWithAReason() {
        assertThatThrownBy(() -> LoadJson.read("{\"schema\": 2}")).hasMessageContaining("schema 2 instead of 1");
        assertThatThrownBy(() -> LoadJson.read("{\"schema\": 1}")).hasMessageContaining("no complete load report");
    }

    @Test
    void thePageShowsTheKneeEveryTrialAndTheLaw() {
        String page = LoadPage.render(report);

        assertThat(page)
                .contains("473 to 514 devices", "p99 271 ms instead of 250 ms", "the knee is in here")
                .contains("fitted law", "not measured", "8 instances should carry")
                .contains("class=\"dot fail\"", "class=\"dot invalid\"", "circle class=\"dot pass\"")
                .contains("&lt;b&gt;as")
                .doesNotContain("<script", "<b>as");
    }

    @Test
    void thePageSaysAtTheTopThatTlsWasNotVerified() {
        String noted = LoadJson.write(report)
                .replaceFirst("\"notes\" : \\[\\s*]", "\"notes\" : [\"" + Caution.INSECURE + "\", \"Another.\"]");

        assertThat(LoadPage.render(LoadJson.read(noted)))
                .contains("<p class=\"caution\">Insecure. TLS was not verified", "<li>Another.</li>")
                .containsOnlyOnce("TLS was not verified");
    }

    @Test
    void continuousIntegrationSeesMissedObjectivesAndBrokenInvariants() {
        assertThat(LoadJunit.render(report))
                .contains("tests=\"4\" failures=\"2\" errors=\"0\" skipped=\"0\"")
                .contains("300 ms instead of 1 ms", "broken 2 times");
    }

    @Test
    void anObjectiveThatTheGeneratorMissedIsNotHeldAgainstTheServer() {
        assertThat(LoadJunit.render(SampleLoad.capacity(LimitedBy.GENERATOR)))
                .contains("failures=\"1\" errors=\"0\" skipped=\"1\"")
                .contains("the generator was the limit: late");
    }
}
