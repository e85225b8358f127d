package org.devicegrant.reports.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.devicegrant.reports.HostileRun;
import org.devicegrant.reports.SampleRun;
import org.devicegrant.reports.baseline.BaselineFinding.Kind;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BaselineTest {

    static final List<String> ATTACKS = HostileRun.ATTACKS;

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String LATE = """
            # known
            - id: 8628-3.2-not-late
              verdict: FAIL
              message: "*authorization_pending*"
              reason: "tracked as AS-1234"
              until: 2027-03-01
            """;

    @Test
    void aKnownDeviationIsCoveredWithItsReason() {
        BaselineComparison comparison = compare(LATE, SampleRun.failing("8628-3.2-not-late"));
        assertThat(comparison.results())
                .singleElement()
                .satisfies(result -> assertThat(result.baseline()).isEqualTo("tracked as AS-1234"));
        assertThat(comparison.stale()).isFalse();
        assertThat(comparison.exitCode(BaselineTest::grade)).isZero();
    }

    @Test
    void whatHoldsAgainIsStale() {
        BaselineComparison comparison = compare(LATE, SampleRun.passing("8628-3.2-not-late"));
        assertThat(comparison.complaints())
                .containsExactly("baseline.yaml line 2: 8628-3.2-not-late is now PASS: take the entry out");
        assertThat(comparison.exitCode(BaselineTest::grade)).isEqualTo(5);
    }

    @Test
    void aDifferentFailureIsNotCovered() {
        CheckResult other = result("8628-3.2-not-late", Verdict.FAIL, "expected expired_token, got 500");
        BaselineComparison comparison = compare(LATE, other);
        assertThat(comparison.results()).containsExactly(other);
        assertThat(comparison.findings().get(0).kind()).isEqualTo(Kind.DIFFERENT);
        assertThat(comparison.complaints().get(0))
                .contains("fails differently, FAIL: \"expected expired_token, got 500\"");
        assertThat(comparison.exitCode(BaselineTest::grade)).isEqualTo(5);
    }

    @Test
    void aFailureWhereAWarningWasAcceptedIsDifferent() {
        String yaml = LATE.replace("FAIL", "WARNING");
        assertThat(kind(yaml, SampleRun.failing("8628-3.2-not-late"), TODAY)).isEqualTo(Kind.DIFFERENT);
        assertThat(kind(LATE, result("8628-3.2-not-late", Verdict.WARNING, "authorization_pending"), TODAY))
                .isEqualTo(Kind.NO_LONGER_FAILING);
    }

    @Test
    void anEntryIsGoodOnItsLastDayAndExpiredOnTheNext() {
        CheckResult failing = SampleRun.failing("8628-3.2-not-late");
        assertThat(kind(LATE, failing, LocalDate.of(2027, 3, 1))).isEqualTo(Kind.COVERED);
        assertThat(kind(LATE, failing, LocalDate.of(2027, 3, 2))).isEqualTo(Kind.EXPIRED);
    }

    @Test
    void anUnknownIdIsStale() {
        BaselineComparison comparison = compare(LATE, SampleRun.passing("other"));
        assertThat(comparison.findings().get(0).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(comparison.stale()).isTrue();
    }

    @Test
    void whatWasNotJudgedIsNeitherCoveredNorStale() {
        BaselineComparison comparison = compare(LATE, result("8628-3.2-not-late", Verdict.SKIPPED, "not selected"));
        assertThat(comparison.findings().get(0).kind()).isEqualTo(Kind.NOT_JUDGED);
        assertThat(comparison.stale()).isFalse();
        assertThat(comparison.results().get(0).baseline()).isNull();
    }

    @Test
    void aNewDeviationCountsBeforeAStaleBaseline() {
        Baseline baseline = BaselineReader.read(LATE, "baseline.yaml");
        List<CheckResult> results = List.of(SampleRun.passing("8628-3.2-not-late"), SampleRun.failing("new"));
        assertThat(BaselineComparison.of(baseline, results, TODAY).exitCode(BaselineTest::grade))
                .isEqualTo(1);
    }

    @Test
    void theOrderOfResultsStays() {
        Baseline baseline = BaselineReader.read(LATE, "b");
        assertThat(BaselineComparison.of(baseline, SampleRun.results(), TODAY).results())
                .extracting(CheckResult::id)
                .containsExactlyElementsOf(
                        SampleRun.results().stream().map(CheckResult::id).toList());
    }

    @Test
    void anEmptyFileCoversNothing() {
        assertThat(BaselineReader.read("", "b").entries()).isEmpty();
        assertThat(BaselineReader.read("# nothing yet\n", "b").entries()).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertWrong("entries: []", "b line 1: a baseline is a list of entries, each beginning with \"- id:\"");
        assertWrong("- just text", "b line 1: an entry has the keys id, verdict, message, reason, until");
        assertWrong(LATE.replace("reason", "reasons"), "b line 5: unknown key \"reasons\"; an entry has the keys id");
        assertWrong(LATE.replace("  reason: \"tracked as AS-1234\"\n", ""), "b line 2: this entry has no \"reason\"");
        assertWrong(LATE.replace("\"tracked as AS-1234\"", "\" \""), "b line 5: \"reason\" is empty");
        assertWrong(LATE.replace("FAIL", "BROKEN"), "b line 3: \"verdict\" is FAIL or WARNING, not BROKEN");
        assertWrong(LATE.replace("2027-03-01", "soon"), "b line 6: \"until\" is a date such as 2027-03-01, not soon");
        assertWrong(LATE + LATE, "b line 8: 8628-3.2-not-late is listed a second time, first in line 2");
        assertWrong(LATE.replace("\"tracked as AS-1234\"", "[a]"), "b line 5: \"reason\" has to be a single value");
        assertWrong("- id: \"open", "b line 1: this is not YAML: ");
    }

    @Test
    void proposesEntriesThatCoverWhatTheyWereMadeFrom() {
        List<CheckResult> results = List.of(
                result("a", Verdict.FAIL, "expected 400, got 500 after 5.213 s for ‹device_code 1a2b3c4d›, see #12"),
                result("b", Verdict.WARNING, "what? a *star*"),
                SampleRun.passing("c"));
        String yaml = BaselineProposal.render(results, true, TODAY);
        assertThat(yaml).startsWith("""
                        - id: "a"
                          verdict: FAIL
                          message: "expected 400, got 500 after * s for *, see *"
                          reason: "found on 2026-11-21, not tracked yet"
                          until: 2027-02-19
                        - id: "b"
                        """);
        BaselineComparison comparison = BaselineComparison.of(BaselineReader.read(yaml, "b"), results, TODAY);
        assertThat(comparison.findings()).extracting(BaselineFinding::kind).containsExactly(Kind.COVERED, Kind.COVERED);
        assertThat(BaselineProposal.render(results, false, TODAY)).doesNotContain("\"b\"");
        assertThat(BaselineProposal.render(comparison.results(), true, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void proposalsCarryAnyText(String attack) {
        List<CheckResult> results = List.of(result("a", Verdict.FAIL, attack));
        String yaml = BaselineProposal.render(results, false, TODAY);
        assertThat(BaselineComparison.of(BaselineReader.read(yaml, "b"), results, TODAY)
                        .stale())
                .isFalse();
    }

    @Test
    void aGlobIsLiteralButForItsTwoSigns() {
        assertThat(Glob.of("a.c").matches("abc")).isFalse();
        assertThat(Glob.of("a?c").matches("abc")).isTrue();
        assertThat(Glob.of("a*").matches("a\nb")).isTrue();
        assertThat(Glob.of("a\\*").matches("ab")).isFalse();
        assertThat(Glob.of("*b").matches("abc")).isFalse();
    }

    private static void assertWrong(String yaml, String message) {
        assertThatThrownBy(() -> BaselineReader.read(yaml, "b"))
                .isInstanceOf(WrongBaseline.class)
                .hasMessageStartingWith(message);
    }

    private static BaselineComparison compare(String yaml, CheckResult result) {
        return BaselineComparison.of(BaselineReader.read(yaml, "baseline.yaml"), List.of(result), TODAY);
    }

    private static Kind kind(String yaml, CheckResult result, LocalDate today) {
        return BaselineComparison.of(BaselineReader.read(yaml, "b"), List.of(result), today)
                .findings()
                .get(0)
                .kind();
    }

    private static CheckResult result(String id, Verdict verdict, String message) {
        return SampleRun.result(id, "g", Level.MUST, verdict, message, null);
    }

    private static int grade(List<CheckResult> results) {
        return results.stream().anyMatch(r -> r.verdict() == Verdict.FAIL && r.baseline() == null) ? 1 : 0;
    }
}
