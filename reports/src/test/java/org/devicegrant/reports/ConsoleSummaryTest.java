package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ConsoleSummaryTest {

    static final List<String> ATTACKS = HostileRun.ATTACKS;

    @Test
    void readsLikeThis() {
        assertThat(new ConsoleSummary(new Terminal(100, false)).render(SampleRun.run(), "out/index.html"))
                .isEqualTo("""
                        FAIL  8628-3.2-not-late  expected expired_token 5 s after expiry, got authorization_pending
                        WARN  8628-3.5-slow-down  expected slow_down, got none
                              2 inconclusive: no browser -> Look at the clean-up of codes.
                              1 skipped: clients.confidential is missing in the target file

                        note  No Chromium was found: the user was played by HtmlUnit.
                        1 pass, 1 fail, 1 warning, 1 skipped, 2 inconclusive, 1 not testable
                        81 s, 1.02 times the critical path of 80 s
                        staging: Does not conform. 1 of 3 judged requirements is broken.
                        out/index.html
                        """);
    }

    @Test
    void staysWithinTwentyFiveLinesAndTheWidth() {
        List<CheckResult> results = IntStream.range(0, 600)
                .mapToObj(i -> SampleRun.result(
                        "id-" + i, "g", Level.MUST, Verdict.values()[i % 6], "message " + i + "x".repeat(900), null))
                .toList();
        String path = "a/very/long/path/".repeat(20) + "index.html";
        List<String> lines = new ConsoleSummary(new Terminal(80, false))
                .render(SampleRun.with(1, true, results), path)
                .lines()
                .toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(25);
        assertThat(lines.get(lines.size() - 1)).isEqualTo(path);
        assertThat(lines.subList(0, lines.size() - 1))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(lines).contains("      … and 91 more FAIL");
    }

    @Test
    void knownFailuresComeAfterNewOnes() {
        List<CheckResult> results = List.of(
                SampleRun.result("known-one", "g", Level.MUST, Verdict.FAIL, "m", "AS-1"),
                SampleRun.failing("new-one"));
        assertThat(new ConsoleSummary(new Terminal(80, false))
                        .render(SampleRun.with(1, true, results), "i")
                        .lines()
                        .limit(2))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("FAIL  new-one"),
                        second -> assertThat(second).isEqualTo("KNOWN known-one  m"));
    }

    @Test
    void coloursTheWordsAndNothingElse() {
        String text = new ConsoleSummary(new Terminal(100, true)).render(SampleRun.run(), "i");
        assertThat(text)
                .contains(
                        "\u001b[31mFAIL \u001b[0m 8628-3.2-not-late", "\u001b[31mstaging: Does not conform\u001b[0m.");
        assertThat(text.replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(new ConsoleSummary(new Terminal(100, false)).render(SampleRun.run(), "i"));
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void hostileTextsDoNotReachTheTerminal(String attack) {
        assertThat(new ConsoleSummary(new Terminal(200, false)).render(HostileRun.run(attack), "i"))
                .doesNotContain("\u001b", "\u0000", "\u0007", "\u202E", "\r");
    }

    @Test
    void theEnvironmentDecidesOnColourAndWidth() {
        assertThat(Terminal.of(Map.of("COLUMNS", "72"), true)).isEqualTo(new Terminal(72, true));
        assertThat(Terminal.of(Map.of("NO_COLOR", "1"), true)).isEqualTo(new Terminal(120, false));
        assertThat(Terminal.of(Map.of("TERM", "dumb"), true)).isEqualTo(new Terminal(120, false));
        assertThat(Terminal.of(Map.of("COLUMNS", "7"), false)).isEqualTo(new Terminal(40, false));
        assertThat(Terminal.of(Map.of("COLUMNS", "-3 or so"), false)).isEqualTo(new Terminal(120, false));
    }

    @Test
    void namesADialectInOneLine() {
        assertThat(new ConsoleSummary(new Terminal(200, false)).render(SampleRun.inDialect(), "out/index.html"))
                .contains("\nThis server speaks the dialect github-200, which explains 1 of 1 failures and"
                        + " 1 of 1 warnings: errors come with status 200.\n");
    }
}
