package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.devicegrant.reports.model.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ResultsJsonTest {

    static final java.util.List<String> ATTACKS = HostileRun.ATTACKS;

    @Test
    void isValidAgainstItsSchema() {
        SchemaAssert.assertValid(ResultsJson.render(SampleRun.run()), "results.schema.json");
    }

    @Test
    void schemaRefusesAnUnknownVerdict() {
        String json = ResultsJson.render(SampleRun.run()).replace("\"FAIL\"", "\"BROKEN\"");
        SchemaAssert.assertInvalid(json, "results.schema.json");
    }

    @Test
    void carriesTheMembersOfTheContract() {
        assertThat(ResultsJson.render(SampleRun.run()))
                .startsWith("{\n  \"schema\" : 1,")
                .contains("\"duration_ms\" : 81234", "\"exit_code\" : 1", "\"started\" : \"2026-11-21T20:00:00Z\"")
                .contains("\"pass\" : 1", "\"fail\" : 1", "\"inconclusive\" : 2", "\"not_testable\" : 1")
                .contains("\"level\" : \"derived\"", "\"breaks_on\" : \"interval is absent\"")
                .contains("\"device_authorization_endpoint\" : \"https://as.example/device_authorization\"")
                .contains("\"critical_path_ms\" : 80000", "\"baseline\" : null")
                .endsWith("}\n");
    }

    @Test
    void carriesTheDialect() {
        String json = ResultsJson.render(SampleRun.inDialect());
        SchemaAssert.assertValid(json, "results.schema.json");
        assertThat(ResultsJson.read(json, "results.json")).isEqualTo(SampleRun.inDialect());
    }

    @Test
    void isReadBackUnchanged() {
        RunReport run = SampleRun.run();
        assertThat(ResultsJson.read(ResultsJson.render(run), "results.json")).isEqualTo(run);
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void keepsHostileTexts(String attack) {
        String json = ResultsJson.render(HostileRun.run(attack));
        SchemaAssert.assertValid(json, "results.schema.json");
        assertThat(ResultsJson.read(json, "results.json")).isEqualTo(HostileRun.run(attack));
    }

    @Test
    void ignoresMembersOfLaterVersions() {
        String json = ResultsJson.render(SampleRun.run()).replaceFirst("\\{", "{\"later\": [1],");
        assertThat(ResultsJson.read(json, "results.json")).isEqualTo(SampleRun.run());
    }

    @Test
    void readsFilesOfVersionsThatDidNotKnowEveryMember() {
        String json = ResultsJson.render(SampleRun.run());
        String earlier = json.replace("\"dialect\" : null,", "").replace("\"baseline\" : null", "\"older\" : 1");
        assertThat(earlier).isNotEqualTo(json).doesNotContain("dialect", "baseline");
        assertThat(ResultsJson.read(earlier, "results.json")).isEqualTo(SampleRun.run());
    }

    @Test
    void saysWhereAFileIsCutOff() {
        String json = ResultsJson.render(SampleRun.run());
        assertThatThrownBy(() -> ResultsJson.read(json.substring(0, json.length() / 2), "results.json"))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageMatching(
                        "results.json is cut off at line \\d+: the run was interrupted while it was written");
    }

    @Test
    void namesTheMemberThatIsMissingOrWrong() {
        String json = ResultsJson.render(SampleRun.run());
        assertThatThrownBy(() -> ResultsJson.read(json.replace("\"exit_code\"", "\"exit\""), "results.json"))
                .hasMessageContaining("exit_code");
        assertThatThrownBy(() -> ResultsJson.read(json.replace("\"FAIL\"", "\"BROKEN\""), "results.json"))
                .hasMessageContaining("results[1].verdict");
        assertThatThrownBy(() -> ResultsJson.read(json.replaceFirst("\"message\" : \"\"", "\"message\" : null"), "f"))
                .hasMessage("f: results[0].message is null");
    }

    @Test
    void refusesWhatIsNoResultsFile() {
        assertThatThrownBy(() -> ResultsJson.read("", "f")).hasMessage("f is empty: the run left no results");
        assertThatThrownBy(() -> ResultsJson.read("<html>", "f")).hasMessageStartingWith("f is not JSON, line 1: ");
        assertThatThrownBy(() -> ResultsJson.read("{}", "f"))
                .hasMessage("f is not a results file of this tool: it has no \"schema\" number");
        assertThatThrownBy(() -> ResultsJson.read("{\"schema\": 2}", "f"))
                .hasMessage("f has schema 2, this version reads 1: use the version that wrote it, or a later one");
    }
}
