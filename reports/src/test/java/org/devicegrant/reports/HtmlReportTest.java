package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HtmlReportTest {

    static final List<String> ATTACKS = HostileRun.ATTACKS;

    private static final String PAGE = HtmlReport.render(SampleRun.run(), SampleRun.exchanges());

    @Test
    void saysTheVerdictFirst() {
        assertThat(PAGE)
                .contains("<html lang=\"en\">")
                .contains("</span> Does not conform</h1>")
                .contains("1 of 3 judged requirements is broken.")
                .contains("21 November 2026, 20:00:00 UTC");
    }

    @Test
    void namesWhatIsBrokenInOneLineWithALinkToTheDetails() {
        assertThat(PAGE)
                .contains("<a href=\"#8628-3.2-not-late\">8628-3.2-not-late</a>")
                .contains("id=\"8628-3.2-not-late\" open")
                .contains("expected expired_token 5 s after expiry, got authorization_pending");
    }

    @Test
    void aLongMessageStandsOnceInFullAndOnceInOneLine() {
        CheckResult failing = SampleRun.result(
                "a",
                "expiry",
                Level.MUST,
                Verdict.FAIL,
                "The first: expected 400, got 401; the second: got 500.",
                null);

        assertThat(HtmlReport.render(SampleRun.with(1, true, List.of(failing)), List.of()))
                .contains("<td>The first: expected 400, got 401 …</td>")
                .containsOnlyOnce("the second: got 500.");
    }

    @Test
    void saysWhatCouldNotBeJudgedAndWhatToDo() {
        assertThat(PAGE)
                .contains("Could not be judged, and what to do about it")
                .contains("no browser</td>");
    }

    @Test
    void linksTheSourceAndLabelsWhatWasRequiredSentAndReceived() {
        assertThat(PAGE)
                .contains("href=\"https://www.rfc-editor.org/rfc/rfc8628#section-3.5\"")
                .contains("<dt>Required</dt>", "<li>400 invalid_grant</li>", "<dt>Received</dt>")
                .contains("<p class=\"part\">Sent</p>", "client_id=tv-public&amp;device_code=digest%3Aa1")
                .contains("<p class=\"part\">Received</p>", "{\"error\":\"slow_down\"}</pre>");
    }

    @Test
    void showsTheLastThreeExchangesOfAFailureAndNamesTheRest() {
        String failure = PAGE.substring(PAGE.indexOf("id=\"8628-3.2-not-late\""), PAGE.indexOf("id=\"g-interval\""));
        assertThat(failure).contains("#2</span>", "#3</span>", "#4</span>", "And on", "<a href=\"#x-1\">#1</a>");
        assertThat(failure).doesNotContain("#1</span>");
    }

    @Test
    void hasClientsPollingTimelineAndScreenshots() {
        assertThat(PAGE)
                .contains("<th scope=\"row\">GitHub CLI</th>", "interval is absent")
                .contains("Lifetime of the device code", "between 0 ms and 20 ms")
                .contains("unknown, because nobody decided in this run")
                .contains("1 of 2 known clients can log in.")
                .contains("authorization_pending × 2", "slow_down × 1", "token, not seen")
                .contains("<a href=\"#x-3\" tabindex=\"-1\">")
                .contains("<img src=\"screenshots/decision.png\"");
    }

    @Test
    void namesADialectOnceAndRefersToIt() {
        String page = HtmlReport.render(SampleRun.inDialect(), SampleRun.exchanges());

        assertThat(page)
                .contains("id=\"dialect\">This server speaks the dialect github-200, which explains 1 of 1 failures and"
                        + " 1 of 1 warnings: errors come with status 200. Heard in <a href=\"#x-2\">#2</a>")
                .contains("<a class=\"chip dialect\" href=\"#dialect\">github-200</a>")
                .contains("Explained by the <a href=\"#dialect\">dialect github-200</a>.");
        assertThat(PAGE).doesNotContain("#dialect");
    }

    @Test
    void loadsNothingFromAnywhere() {
        assertThat(PAGE).contains("default-src &#39;none&#39;").doesNotContain("<link", "@import", "src=\"http");
        assertThat(Pattern.compile("<script").matcher(PAGE).results().count()).isEqualTo(1);
    }

    @Test
    void everyLinkInsideThePageHasItsTarget() {
        List<String> missing = new ArrayList<>();
        Pattern.compile(" href=\"#([^\"]+)\"")
                .matcher(PAGE)
                .results()
                .map(match -> match.group(1))
                .filter(id -> !PAGE.contains(" id=\"" + id + "\""))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void hostileTextsTakeNoEffect(String attack) {
        String page = HtmlReport.render(HostileRun.run(attack), HostileRun.exchanges(attack));
        assertThat(page)
                .doesNotContain(
                        "<script>alert", "<img src=x", "<svg onload", "href=\"javascript:", "src=\"javascript:");
        assertThat(Pattern.compile("<script").matcher(page).results().count()).isEqualTo(1);
        assertThat(Pattern.compile("<[a-z][^>\"]*(\"[^\"]*\"[^>\"]*)*\\son[a-z]+=")
                        .matcher(page)
                        .find())
                .as("an event handler as an attribute")
                .isFalse();
    }

    @Test
    void aScreenshotOutsideTheDirectoryIsNotLinked() {
        CheckResult failing = SampleRun.failing("a");
        CheckResult outside = new CheckResult(
                failing.id(),
                failing.level(),
                failing.group(),
                failing.source(),
                failing.statement(),
                failing.verdict(),
                failing.message(),
                List.of(),
                "",
                "",
                List.of(),
                List.of("../secret.png", "/etc/passwd", "https://evil.example/x.png", "data:text/html,x"),
                0,
                0,
                null);
        assertThat(HtmlReport.render(SampleRun.with(1, true, List.of(outside)), List.of()))
                .doesNotContain("secret.png", "passwd", "evil.example", "data:text");
    }

    @Test
    void hugeBodiesAreCutAndAThousandExchangesStaySmall() {
        List<ExchangeRecord> exchanges = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            exchanges.add(SampleRun.exchange(i, i * 70.0, 400, "{\"error\":\"" + "é".repeat(20_000) + "\"}"));
        }
        String page = HtmlReport.render(SampleRun.run(), exchanges);
        assertThat(page).contains("cut here; all 20012 characters are in exchanges.jsonl");
        assertThat(page).contains("line with number 1000 in exchanges.jsonl has it all");
        assertThat(page.length()).isLessThan(3_000_000);
    }

    @Test
    void anEmptyRunIsStillAPage() {
        assertThat(HtmlReport.render(SampleRun.with(4, true, List.of()), List.of()))
                .contains("Nothing was proved")
                .endsWith("</html>\n");
    }
}
