package org.devicegrant.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.devicegrant.reports.HostileRun;
import org.devicegrant.reports.SampleRun;
import org.devicegrant.reports.SchemaAssert;
import org.devicegrant.reports.compare.Change.Kind;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class RunDiffTest {

    static final List<String> ATTACKS = HostileRun.ATTACKS;

    @ParameterizedTest
    @CsvSource({
        "PASS, FAIL, BROKEN", "INCONCLUSIVE, FAIL, BROKEN", "FAIL, PASS, MENDED", "FAIL, WARNING, MENDED",
        "PASS, WARNING, WORSE", "WARNING, PASS, BETTER", "PASS, SKIPPED, LOST", "INCONCLUSIVE, PASS, GAINED"
    })
    void namesTheKindOfChange(Verdict before, Verdict after, Kind kind) {
        assertThat(diff(List.of(result(before, "m")), List.of(result(after, "m")))
                        .changes())
                .extracting(Change::kind)
                .containsExactly(kind);
    }

    @Test
    void measuredTimesAndDigestsAreNoChange() {
        CheckResult before = result(Verdict.FAIL, "pending 5.2 s after expiry of ‹device_code 1a2b3c4d› in #12");
        CheckResult after = result(Verdict.FAIL, "pending 5.9 s after expiry of ‹device_code 99887766› in #31");
        assertThat(diff(List.of(before), List.of(after)).changes()).isEmpty();
    }

    @Test
    void anotherMessageIsAChange() {
        assertThat(diff(List.of(result(Verdict.FAIL, "got 500")), List.of(result(Verdict.FAIL, "got 400")))
                        .changes())
                .extracting(Change::kind)
                .containsExactly(Kind.OTHERWISE);
    }

    @Test
    void theGravestComesFirst() {
        RunDiff diff = diff(
                List.of(SampleRun.failing("mended"), SampleRun.passing("broken"), SampleRun.passing("gone")),
                List.of(SampleRun.passing("mended"), SampleRun.failing("broken"), SampleRun.passing("new")));
        assertThat(diff.changes())
                .extracting(Change::kind)
                .containsExactly(Kind.BROKEN, Kind.REMOVED, Kind.ADDED, Kind.MENDED);
    }

    @Test
    void saysWhetherTheServerOrTheHarnessMoved() {
        List<CheckResult> pass = List.of(SampleRun.passing("a"));
        List<CheckResult> fail = List.of(SampleRun.failing("a"));
        assertThat(diff(pass, pass).mover()).isEqualTo("Nothing changed: the same harness gave the same verdicts.");
        assertThat(diff(pass, fail).mover())
                .isEqualTo("The harness was the same in both runs: what changed is the server or what lies between.");
        RunDiff other = RunDiff.of(SampleRun.with(0, true, pass), withCatalogue("2027.01", fail));
        assertThat(other.mover())
                .isEqualTo("The harness was changed in between;"
                        + " 1 of 1 changed results belong to requirements that were changed too.");
        assertThat(other.circumstances())
                .containsExactly(new RunDiff.Circumstance("catalogue", "2026.11", "2027.01", true));
    }

    @Test
    void readsLikeThis() {
        assertThat(DiffReport.markdown(diff(List.of(SampleRun.passing("a")), List.of(SampleRun.failing("a")))))
                .isEqualTo("""
                        ## What changed: staging → staging

                        The harness was the same in both runs: what changed is the server or what lies between.

                        | what | requirement | before | after |
                        | --- | --- | --- | --- |
                        | Newly broken (rule changed) | a | PASS | FAIL expected expired\\_token 5 s after expiry, got authorization\\_pending |
                        """);
    }

    @Test
    void programsReadIt() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(DiffReport.json(diff(List.of(SampleRun.passing("a")), List.of(SampleRun.failing("b")))));
        assertThat(json.at("/changes/0/kind").asText()).isEqualTo("removed");
        assertThat(json.at("/changes/0/after").isNull()).isTrue();
        assertThat(json.at("/changes/1/after/verdict").asText()).isEqualTo("FAIL");
        assertThat(json.at("/before/started").asText()).isEqualTo("2026-11-21T20:00:00Z");
    }

    @Test
    void theJsonIsValidAgainstItsSchema() {
        RunDiff everything = RunDiff.of(
                SampleRun.with(0, false, List.of(SampleRun.passing("a"), SampleRun.passing("gone"))),
                withCatalogue("2027.01", List.of(SampleRun.failing("a"), SampleRun.passing("new"))));
        SchemaAssert.assertValid(DiffReport.json(everything), "compare/diff.schema.json");
        SchemaAssert.assertValid(DiffReport.json(diff(List.of(), List.of())), "compare/diff.schema.json");
        SchemaAssert.assertInvalid(
                DiffReport.json(everything).replace("\"broken\"", "\"smashed\""), "compare/diff.schema.json");
    }

    @Test
    void thePageNamesBothSides() {
        assertThat(DiffReport.html(diff(List.of(SampleRun.passing("a")), List.of(SampleRun.failing("a")))))
                .contains("1 newly broken, 0 mended", "tone-bad", "The rule of a.", "rule changed");
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void hostileTextsTakeNoEffect(String attack) {
        RunDiff diff = RunDiff.of(SampleRun.run(), HostileRun.run(attack));
        SchemaAssert.assertValid(DiffReport.json(diff), "compare/diff.schema.json");
        assertThat(DiffReport.html(diff)).doesNotContain("<script>alert", "<img src=x", "<svg onload");
        assertThat(DiffReport.markdown(diff)).doesNotContain("<script", "<img", "<svg", "@everyone", "[x](http");
    }

    private static RunDiff diff(List<CheckResult> before, List<CheckResult> after) {
        return RunDiff.of(SampleRun.with(0, true, before), SampleRun.with(0, true, after));
    }

    private static CheckResult result(Verdict verdict, String message) {
        return SampleRun.result("a", "g", Level.MUST, verdict, message, null);
    }

    private static RunReport withCatalogue(String catalogue, List<CheckResult> results) {
        RunReport run = SampleRun.with(0, true, results);
        return new RunReport(
                new RunReport.Tool("device-grant", "0.1.0", catalogue, "17.0.15", "HtmlUnit 5.5.0"),
                run.target(),
                run.profile(),
                run.started(),
                run.durationMs(),
                run.exitCode(),
                run.complete(),
                results,
                run.clients(),
                run.dialect(),
                run.polling(),
                run.criticalPathMs(),
                run.notes());
    }
}
