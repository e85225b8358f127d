package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void whatToDoStandsApartFromWhatStoodInTheWay() {
        assertThat(reasons(
                        result("a", Verdict.INCONCLUSIVE, "The browser was too slow. Way out: Use a faster machine.")))
                .containsExactly(new Reason(
                        Verdict.INCONCLUSIVE, "The browser was too slow.", "Use a faster machine.", List.of("a")));
    }

    @Test
    void aKeyThatIsMissingCanBeGiven() {
        assertThat(reasons(
                        result("a", Verdict.SKIPPED, "The target file does not give clients.kiosk."),
                        result("b", Verdict.SKIPPED, "The target file does not give clients.kiosk.")))
                .containsExactly(new Reason(
                        Verdict.SKIPPED,
                        "The target file does not give clients.kiosk.",
                        "Give it, if the server can do this.",
                        List.of("a", "b")));
    }

    @Test
    void whatWasJudgedNeedsNoReason() {
        assertThat(reasons(SampleRun.failing("a"), SampleRun.passing("b"))).isEmpty();
    }

    private static List<Reason> reasons(CheckResult... results) {
        return Reason.of(SampleRun.with(0, true, Arrays.asList(results)));
    }

    private static CheckResult result(String id, Verdict verdict, String message) {
        CheckResult result = SampleRun.result(id, "expiry", Level.MUST, verdict, message, null);
        return new CheckResult(
                result.id(),
                result.level(),
                result.group(),
                result.source(),
                result.statement(),
                result.verdict(),
                result.message(),
                List.of(),
                "",
                "",
                List.of(),
                List.of(),
                0,
                0,
                null);
    }
}
