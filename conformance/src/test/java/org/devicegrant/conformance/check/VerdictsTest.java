package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.conformance.assertion.Finding;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where severity is decided. */
class VerdictsTest {
    private static final Requirement MUST = Catalogue.load().get("8628-3.2-device-code-present");
    private static final Requirement ONLY_WARNS = Catalogue.load().requirements().stream()
            .filter(requirement -> requirement.worst() == Verdict.WARNING)
            .findFirst()
            .orElseThrow();
    private static final Verdicts.Span SPAN = new Verdicts.Span(7, 8);

    private final Judge judge = new Judge();

    private void finds(Finding.Kind kind, String message, int... exchanges) {
        List<Integer> numbers = java.util.Arrays.stream(exchanges).boxed().toList();
        judge.found(new Finding(kind, message, List.of("this"), "that", numbers));
    }

    private CheckResult result(Requirement requirement, Throwable ended) {
        return Verdicts.of(requirement, judge, ended, SPAN);
    }

    @Test
    void aSilentEndIsAPass() {
        judge.saw(List.of(3));

        CheckResult result = result(MUST, null);

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.message()).isEmpty();
        assertThat(result.fix()).isEmpty();
        assertThat(result.exchanges()).containsExactly(3);
        assertThat(result.startedMs()).isEqualTo(7);
        assertThat(result.durationMs()).isEqualTo(8);
    }

    @Test
    void aDeviationIsAsBadAsTheRequirementSays() {
        finds(Finding.Kind.DEVIATION, "a poll: expected this, got that", 5);

        CheckResult failed = result(MUST, null);

        assertThat(failed.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(failed.message()).isEqualTo("A poll: expected this, got that.");
        assertThat(failed.expected()).containsExactly("this");
        assertThat(failed.actual()).isEqualTo("that");
        assertThat(failed.fix()).isEqualTo(MUST.fix()).isNotEmpty();
        assertThat(failed.exchanges()).containsExactly(5);
        assertThat(result(ONLY_WARNS, null).verdict()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void aRemarkIsAWarningWhateverTheRequirement() {
        finds(Finding.Kind.REMARK, "lawful but odd");

        assertThat(result(MUST, null).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(result(MUST, null).fix()).isEqualTo(MUST.fix());
    }

    @Test
    void aDeviationOutweighsARemarkAndHoweverTheCheckEnded() {
        finds(Finding.Kind.REMARK, "odd");
        finds(Finding.Kind.DEVIATION, "wrong");

        CheckResult result = result(MUST, new IllegalStateException("ours"));

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.message()).isEqualTo("Wrong; odd.");
    }

    @Test
    void anEarnedWarningStaysThoughTheRestWasNotSeen() {
        finds(Finding.Kind.REMARK, "odd");

        assertThat(result(MUST, new Inconclusive("too busy", "wait")).message())
                .isEqualTo("Odd; the rest was not seen: too busy.");
        assertThat(result(MUST, new Inconclusive("too busy", "wait")).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(result(MUST, new IllegalStateException("ours")).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void threeFindingsAreToldAndTheRestIsCounted() {
        finds(Finding.Kind.DEVIATION, "one");
        finds(Finding.Kind.DEVIATION, "two");
        finds(Finding.Kind.DEVIATION, "two");
        finds(Finding.Kind.DEVIATION, "three");
        assertThat(result(MUST, null).message()).isEqualTo("One; two; three.");

        finds(Finding.Kind.DEVIATION, "four");
        finds(Finding.Kind.DEVIATION, "five");
        assertThat(result(MUST, null).message()).isEqualTo("One; two; three; and 2 more.");
    }

    @Test
    void endsSayWhyNothingWasLearnt() {
        assertThat(result(MUST, NotApplicable.missing("clients.other")))
                .returns(Verdict.SKIPPED, CheckResult::verdict)
                .returns("The target file does not give clients.other.", CheckResult::message)
                .returns("", CheckResult::fix);
        assertThat(result(MUST, new Inconclusive("no page came", "see the picture")))
                .returns(Verdict.INCONCLUSIVE, CheckResult::verdict)
                .returns("No page came. Way out: See the picture.", CheckResult::message);
        assertThat(result(MUST, new Inconclusive("no page came", "")).message()).isEqualTo("No page came.");
        assertThat(result(MUST, new BrowserFailure("it died")))
                .returns(Verdict.INCONCLUSIVE, CheckResult::verdict)
                .returns("The browser failed: it died.", CheckResult::message);
        assertThat(result(MUST, new IllegalStateException("secret")))
                .returns(Verdict.INCONCLUSIVE, CheckResult::verdict)
                .returns(
                        "A fault of the harness, not of the server (IllegalStateException); please report it.",
                        CheckResult::message);
    }

    @Test
    void aLostAnswerIsPartOfTheEvidence() {
        CheckResult result = result(MUST, new Unanswered(12, "the connection was reset", new RuntimeException()));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.message()).isEqualTo("No answer came: the connection was reset.");
        assertThat(result.exchanges()).containsExactly(12);
    }

    @Test
    void onlyWhatNobodyForesawIsOurFault() {
        assertThat(Verdicts.ourFault(new IllegalStateException())).isTrue();
        assertThat(Verdicts.ourFault(new AssertionError())).isTrue();
        assertThat(Verdicts.ourFault(new NotApplicable("x"))).isFalse();
        assertThat(Verdicts.ourFault(new Inconclusive("x", ""))).isFalse();
        assertThat(Verdicts.ourFault(new BrowserFailure("x"))).isFalse();
        assertThat(Verdicts.ourFault(new Unanswered(1, "x", new RuntimeException())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    what now?      | What now?
                    stop!          | Stop!
                    done.          | Done.
                    ' blanks '     | Blanks.
                    ''             | ''
                    ıssız          | Issız.
                    """)
    void messagesAreSentences(String text, String sentence) {
        assertThat(Verdicts.without(MUST, Verdict.SKIPPED, text).message()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void findingsOfAMachineThatStoodStillProveNothing(Verdict verdict) {
        CheckResult result = Verdicts.without(MUST, verdict, "seen");
        boolean finding = verdict == Verdict.FAIL || verdict == Verdict.WARNING;

        assertThat(Verdicts.doubted(result, Duration.ofMillis(9_999))).isSameAs(result);
        CheckResult doubted = Verdicts.doubted(result, Duration.ofSeconds(10));

        assertThat(doubted.verdict()).isEqualTo(finding ? Verdict.INCONCLUSIVE : verdict);
        assertThat(doubted.message().startsWith("This machine stood still for 10 s meanwhile"))
                .isEqualTo(finding);
        assertThat(doubted.message()).contains("een.");
    }

    @ParameterizedTest
    @CsvSource({
        "MUST,PASS,false,false,0",
        "REQUIRED,WARNING,false,false,0",
        "MUST_NOT,FAIL,false,false,1",
        "SHOULD,FAIL,false,true,1",
        "MUST,WARNING,true,false,1",
        "MUST,WARNING,false,true,70",
        "SHOULD,PASS,false,false,4",
        "MUST,SKIPPED,true,false,4",
        "MUST,INCONCLUSIVE,true,false,4",
        "MUST,PASS,true,false,0"
    })
    void theExitCodeFollowsFromTheResults(Level level, Verdict verdict, boolean warningsFail, boolean fault, int code) {
        assertThat(ExitCodes.of(List.of(judged(level, verdict, null)), warningsFail, fault))
                .isEqualTo(code);
    }

    @Test
    void whatTheBaselineKnowsFailsNothing() {
        assertThat(ExitCodes.of(List.of(judged(Level.MUST, Verdict.FAIL, "known")), true, false))
                .isZero();
        assertThat(ExitCodes.of(List.of(), true, false)).isEqualTo(ExitCodes.NOTHING_PROVED);
    }

    private static CheckResult judged(Level level, Verdict verdict, String baseline) {
        return new CheckResult(
                "id", level, "g", "s", "s", verdict, "m", List.of(), "", "", List.of(), List.of(), 0, 0, baseline);
    }

    @Test
    void whatASharedCodeWasAnsweredProvesNothing() {
        CheckResult seen = result(MUST, null);
        finds(Finding.Kind.DEVIATION, "a poll: expected this, got that");

        CheckResult doubted = Verdicts.ofSharedCode(result(MUST, null));

        assertThat(doubted.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(doubted.message())
                .isEqualTo("The server has issued the device code of this check more than once, so that nothing is"
                        + " proved by what was seen: A poll: expected this, got that. Way out: See"
                        + " 8628-3.2-codes-unique.");
        assertThat(Verdicts.ofSharedCode(seen)).isSameAs(seen);
    }
}
