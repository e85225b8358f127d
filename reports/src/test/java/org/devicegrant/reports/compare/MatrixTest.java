package org.devicegrant.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.devicegrant.reports.HostileRun;
import org.devicegrant.reports.SampleRun;
import org.devicegrant.reports.SchemaAssert;
import org.devicegrant.reports.model.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MatrixTest {

    static final List<String> ATTACKS = HostileRun.ATTACKS;

    private final RunReport one =
            SampleRun.with(1, true, List.of(SampleRun.passing("a"), SampleRun.failing("b"), SampleRun.passing("c")));
    private final RunReport two = SampleRun.with(0, true, List.of(SampleRun.passing("c"), SampleRun.passing("b")));
    private final Matrix matrix = Matrix.of(List.of(two, one));

    @Test
    void hasOneRowForEachRequirementOfTheLargestCatalogue() {
        assertThat(matrix.rows()).extracting(row -> row.rule().id()).containsExactly("a", "b", "c");
        assertThat(matrix.rows().get(0).results().get(0)).isEmpty();
        assertThat(matrix.rows()).extracting(Matrix.Row::differs).containsExactly(true, true, false);
    }

    @Test
    void readsLikeThis() {
        assertThat(MatrixReport.markdown(matrix))
                .startsWith("""
                        | requirement | level | staging | staging |
                        | --- | --- | :---: | :---: |
                        | **result** | | **2 ✅ 0 ❌** | **2 ✅ 1 ❌** |
                        | a | derived |  | ✅ |
                        | b | MUST | ✅ | ❌ |
                        | c | derived | ✅ | ✅ |
                        """)
                .contains("- staging: Does not conform. Run of 2026-11-21T20:00:00Z with device-grant 0.1.0");
    }

    @Test
    void programsReadIt() throws Exception {
        SchemaAssert.assertValid(MatrixReport.json(matrix), "compare/matrix.schema.json");
        JsonNode json = new ObjectMapper().readTree(MatrixReport.json(matrix));
        assertThat(json.at("/servers/1/exit_code").asInt()).isEqualTo(1);
        assertThat(json.at("/requirements/0/verdicts").toString()).isEqualTo("[null,\"PASS\"]");
        assertThat(json.at("/requirements/1/level").asText()).isEqualTo("MUST");
    }

    @Test
    void theSchemaIsReallyHeldAgainstIt() {
        String json = MatrixReport.json(matrix);
        SchemaAssert.assertInvalid(json.replace("\"PASS\"", "\"PASSED\""), "compare/matrix.schema.json");
        SchemaAssert.assertInvalid(json.replace("\"servers\"", "\"server\""), "compare/matrix.schema.json");
    }

    @Test
    void thePageHasAHeadingForEveryServerAndEveryRequirement() {
        assertThat(MatrixReport.html(matrix))
                .contains("2 servers, 3 requirements")
                .contains("<th scope=\"col\" class=\"server\">staging</th>")
                .contains("data-differs=\"yes\"")
                .contains("expected expired_token 5 s after expiry, got authorization_pending");
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void hostileTextsTakeNoEffect(String attack) {
        Matrix hostile = Matrix.of(List.of(HostileRun.run(attack), one));
        SchemaAssert.assertValid(MatrixReport.json(hostile), "compare/matrix.schema.json");
        assertThat(MatrixReport.html(hostile)).doesNotContain("<script>alert", "<img src=x", "<svg onload");
        assertThat(MatrixReport.markdown(hostile)).doesNotContain("<script", "<img", "<svg", "@everyone", "[x](http");
    }

    @Test
    void theBadgeIsWellFormedAndSaysTheResult() throws Exception {
        assertThat(Badge.svg(one)).contains("1 broken, 2 pass", "#a8121c");
        assertThat(Badge.svg(two)).contains(">2 pass</text>", "#14653a");
        assertThat(Badge.svg(SampleRun.with(4, true, List.of()))).contains("nothing was proved");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(Badge.svg(one).getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
    }
}
