package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedResultsTest {

    private static final String RESULTS = """
            {"results": [
              {"id": "a-passes", "verdict": "PASS", "message": "", "exchanges": []},
              {"id": "b-fails", "verdict": "FAIL", "message": "expected 400, got 401", "exchanges": [4, 5]},
              {"id": "8628-5.4-device-information-and-possession", "verdict": "INCONCLUSIVE", "message": "for readers"},
              {"id": "d-waits", "verdict": "INCONCLUSIVE", "message": "Not implemented yet.", "exchanges": []}
            ]}
            """;

    @TempDir
    private Path directory;

    @Test
    void agreesWithWhatItNames() throws Exception {
        ExpectedResults expected = expected(entry("b-fails", "FAIL", "*got 401"));
        assertThat(expected.differencesFrom(results())).isEmpty();
        assertThatCode(() -> expected.assertMatches(results(), "1.0")).doesNotThrowAnyException();
    }

    @Test
    void newDeviationIsADifference() throws Exception {
        assertThat(expected("[]").differencesFrom(results()))
                .containsExactly("+ b-fails is new: FAIL \"expected 400, got 401\", exchanges [4,5]");
    }

    @Test
    void deviationThatIsGoneIsADifference() throws Exception {
        List<String> differences = expected(entry("a-passes", "FAIL", "*"), entry("b-fails", "FAIL", "*"))
                .differencesFrom(results());
        assertThat(differences).hasSize(1);
        assertThat(differences.get(0))
                .startsWith("! a-passes was FAIL \"*\" (verified on 1.0)")
                .endsWith("and is now PASS \"\", exchanges []");
    }

    @Test
    void otherMessageIsADifference() throws Exception {
        assertThat(expected(entry("b-fails", "FAIL", "*got 403")).differencesFrom(results()))
                .hasSize(1);
    }

    @Test
    void partOfAMessageIsNotEnough() throws Exception {
        assertThat(expected(entry("b-fails", "FAIL", "got 401")).differencesFrom(results()))
                .hasSize(1);
    }

    @Test
    void whatWasNotJudgedIsWorthAskingAgain() throws Exception {
        Path results = results("b-fails", Verdict.INCONCLUSIVE, "The page shows an error.");

        assertThat(expected("[]").unsettled(results)).containsExactly("b-fails");
        assertThat(expected(entry("b-fails", "FAIL", "*")).unsettled(results)).containsExactly("b-fails");
        assertThat(expected(entry("b-fails", "INCONCLUSIVE", "*an error*")).unsettled(results))
                .isEmpty();
    }

    @Test
    void aVerdictThatWasReachedIsNotAskedAgain() throws Exception {
        assertThat(expected("[]").unsettled(results("b-fails", Verdict.FAIL, "got 401")))
                .isEmpty();
    }

    @Test
    void theLaterAnswerCounts() throws Exception {
        ExpectedResults expected = expected(entry("b-fails", "FAIL", "*got 401"));
        Path first = results("b-fails", Verdict.INCONCLUSIVE, "The page shows an error.");
        Path wrong = results("b-fails", Verdict.PASS, "");
        Path unasked = results("b-fails", Verdict.SKIPPED, "Not selected by this run.");

        assertThat(expected.differencesFrom(first, results())).isEmpty();
        assertThat(expected.differencesFrom(first, wrong))
                .singleElement()
                .asString()
                .contains("is now PASS");
        assertThat(expected.differencesFrom(results(), unasked)).isEmpty();
    }

    @Test
    void entryWithoutResultIsADifference() throws Exception {
        assertThat(expected(entry("b-fails", "FAIL", "*"), entry("z-vanished", "FAIL", "*"))
                        .differencesFrom(results()))
                .containsExactly("- z-vanished was FAIL \"*\" (verified on 1.0) and has no result");
    }

    @Test
    void severalVerdictsAreAllowedWhereChanceDecides() throws Exception {
        assertThat(expected(entry("b-fails", "[PASS, FAIL]", "*"), entry("a-passes", "[PASS, FAIL]", "*"))
                        .differencesFrom(results()))
                .isEmpty();
    }

    @Test
    void failureListsEveryDifferenceAndNamesTheVersion() throws Exception {
        ExpectedResults expected = expected(entry("a-passes", "FAIL", "*"));
        assertThatThrownBy(() -> expected.assertMatches(results(), "2.0"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 differences")
                .hasMessageContaining("server version 2.0")
                .hasMessageContaining("! a-passes")
                .hasMessageContaining("+ b-fails");
    }

    @Test
    void entryWithoutItsVerificationIsRefused() {
        assertThatThrownBy(() -> expected("- {id: b-fails, verdict: FAIL, message: '*', version: 1.0}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected.yaml")
                .hasMessageContaining("entry b-fails has no verified");
    }

    @Test
    void unknownVerdictKeyAndDoubleEntryAreRefused() {
        assertThatThrownBy(() -> expected(entry("b-fails", "BROKEN", "*"))).hasMessageContaining("BROKEN");
        assertThatThrownBy(() -> expected(entry("b-fails", "FAIL", "*").replace("{", "{since: 1, ")))
                .hasMessageContaining("since");
        assertThatThrownBy(() -> expected(entry("b-fails", "FAIL", "*"), entry("b-fails", "PASS", "*")))
                .hasMessageContaining("b-fails stands there twice");
    }

    private Path results() throws IOException {
        return Files.writeString(directory.resolve("results.json"), RESULTS);
    }

    private Path results(String id, Verdict verdict, String message) throws IOException {
        return Files.writeString(directory.resolve(verdict + ".json"), """
                {"results": [{"id": "%s", "verdict": "%s", "message": "%s", "exchanges": []}]}
                """.formatted(id, verdict, message));
    }

    private ExpectedResults expected(String... entries) throws IOException {
        return ExpectedResults.read(Files.writeString(directory.resolve("expected.yaml"), String.join("\n", entries)));
    }

    private static String entry(String id, String verdict, String message) {
        return "- {id: %s, verdict: %s, message: '%s', version: '1.0', verified: by hand}"
                .formatted(id, verdict, message);
    }
}
