package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SarifTest {

    static final List<String> ATTACKS = HostileRun.ATTACKS;
    private static final String SCHEMA = "/schema/sarif-schema-2.1.0.json";

    @Test
    void isValidAgainstTheStandardsSchema() {
        SchemaAssert.assertValid(Sarif.render(SampleRun.run(), SampleRun.exchanges()), SCHEMA);
        SchemaAssert.assertValid(Sarif.render(SampleRun.with(4, false, List.of()), List.of()), SCHEMA);
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void staysValidWithHostileTextsAndLinksNowhere(String attack) throws Exception {
        String sarif = Sarif.render(HostileRun.run(attack), HostileRun.exchanges(attack));
        SchemaAssert.assertValid(sarif, SCHEMA);
        assertThat(new ObjectMapper().readTree(sarif).at("/runs/0/results"))
                .hasSize(2)
                .allSatisfy(result ->
                        assertThat(result.at("/message/text").asText()).doesNotContain("](http", "\u001b"));
    }

    @Test
    void theSchemaIsReallyHeldAgainstIt() {
        SchemaAssert.assertInvalid(Sarif.render(SampleRun.run(), List.of()).replace("\"2.1.0\"", "\"2.2\""), SCHEMA);
    }

    @Test
    void everyRequirementIsARuleWithALink() throws Exception {
        JsonNode rules = render(SampleRun.run()).at("/runs/0/tool/driver/rules");
        assertThat(rules)
                .hasSize(7)
                .allSatisfy(rule -> assertThat(rule.path("helpUri").asText())
                        .isEqualTo("https://www.rfc-editor.org/rfc/rfc8628#section-3.5"));
        assertThat(rules.at("/1/defaultConfiguration/level").asText()).isEqualTo("error");
        assertThat(rules.at("/2/defaultConfiguration/level").asText()).isEqualTo("warning");
    }

    @Test
    void failuresAndWarningsPointAtTheirExchange() throws Exception {
        JsonNode results = render(SampleRun.run()).at("/runs/0/results");
        assertThat(results).hasSize(2);
        assertThat(results.at("/0/ruleId").asText()).isEqualTo("8628-3.2-not-late");
        assertThat(results.at("/0/ruleIndex").asInt()).isEqualTo(1);
        assertThat(results.at("/0/level").asText()).isEqualTo("error");
        assertThat(results.at("/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("exchanges.jsonl");
        assertThat(results.at("/1/level").asText()).isEqualTo("warning");
        assertThat(results.at("/1/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("results.json");
    }

    @Test
    void aKnownFailureIsAnAcceptedSuppression() throws Exception {
        RunReport run =
                SampleRun.with(0, true, List.of(SampleRun.result("a", "g", Level.MUST, Verdict.FAIL, "late", "AS-1")));
        assertThat(render(run)
                        .at("/runs/0/results/0/suppressions/0/justification")
                        .asText())
                .isEqualTo("AS-1");
    }

    @Test
    void aCutShortRunIsNoSuccessfulInvocation() throws Exception {
        JsonNode invocation =
                render(SampleRun.with(0, false, SampleRun.results())).at("/runs/0/invocations/0");
        assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
                .startsWith("Cut short");
    }

    private static JsonNode render(RunReport run) throws Exception {
        return new ObjectMapper().readTree(Sarif.render(run, SampleRun.exchanges()));
    }
}
