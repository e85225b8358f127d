package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SummaryMarkdownTest {

    static final List<String> ATTACKS = HostileRun.ATTACKS;

    @Test
    void readsLikeThis() {
        assertThat(SummaryMarkdown.render(SampleRun.run())).isEqualTo("""
                        ## ❌ Does not conform: staging

                        1 of 3 judged requirements is broken.

                        | PASS | FAIL | WARNING | SKIPPED | INCONCLUSIVE | NOT_TESTABLE |
                        | ---: | ---: | ---: | ---: | ---: | ---: |
                        | 1 | 1 | 1 | 1 | 2 | 1 |

                        ### Broken
                        | requirement | level | what happened |
                        | --- | --- | --- |
                        | `8628-3.2-not-late` | MUST | expected expired\\_token 5 s after expiry, got authorization\\_pending |

                        ### Warnings
                        | requirement | level | what happened |
                        | --- | --- | --- |
                        | `8628-3.5-slow-down` | SHOULD | expected slow\\_down, got none |

                        ### Not judged
                        - 2× no browser – Look at the clean-up of codes.
                        - 1× clients.confidential is missing in the target file

                        ### Clients that cannot log in
                        - GitHub CLI: interval is absent

                        1 of 2 known clients can log in. Polling: throttle per code; the interval starts with accepted poll; penalty none.

                        <sub>device-grant 0.1.0, catalogue 2026.11, profile all, 2026-11-21T20:00:00Z</sub>
                        """);
    }

    @Test
    void staysUnderSixtyLinesWhateverFails() {
        List<CheckResult> results = IntStream.range(0, 600)
                .mapToObj(i -> SampleRun.result(
                        "id-" + i,
                        "g",
                        Level.MUST,
                        Verdict.values()[i % 6],
                        "message " + i + "\n\n\n" + "x".repeat(900),
                        null))
                .toList();
        assertThat(SummaryMarkdown.render(SampleRun.with(1, true, results)).lines())
                .hasSizeLessThan(60)
                .contains("… and 85 more in the full report.");
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void hostileTextsAreNoMarkup(String attack) {
        assertThat(SummaryMarkdown.render(HostileRun.run(attack)))
                .doesNotContain("<script", "<img", "<svg", "@everyone", "[x](http", "\u001b", "\u202E", "\n# heading");
    }

    @Test
    void namesADialectInOneLine() {
        assertThat(SummaryMarkdown.render(SampleRun.inDialect()))
                .contains("\nThis server speaks the dialect github-200, which explains 1 of 1 failures");
    }
}
