package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.instancio.Instancio;
import org.instancio.Random;
import org.instancio.Select;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However attacks are put together and cut apart, none of them takes effect in a report. The seed is fixed. */
@Timeout(180)
class HostileTextsTest {
    private static final int TEXTS = 100;
    private static final List<String> SPLINTERS = List.of(
            "<", ">", "\"", "'", "`", "&", "&lt;", "&#60;", "/", "=", " ", "\n", "\u0000", "\uD800", "\u2028", "]]>");

    private static Stream<String> texts(long seed) {
        return Instancio.of(String.class).supply(Select.root(), HostileTextsTest::text).withSeed(seed).stream()
                .limit(TEXTS);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.intRange(1, 6); left > 0; left--) {
            String attack = random.oneOf(HostileRun.ATTACKS);
            text.append(attack, random.intRange(0, attack.length()), attack.length())
                    .append(random.oneOf(SPLINTERS).repeat(random.intRange(0, 3)))
                    .append(random.alphanumeric(random.intRange(0, 4)));
        }
        return text.toString();
    }

    @Test
    void inThePageNothingRunsAndNothingIsLoaded() {
        texts(1).forEach(text -> {
            Document page = Jsoup.parse(HtmlReport.render(HostileRun.run(text), HostileRun.exchanges(text)));

            assertThat(page.select("script")).as(text).hasSize(1);
            assertThat(page.select("iframe, object, embed, base, form[action], link, meta[http-equiv=refresh]"))
                    .as(text)
                    .isEmpty();
            page.getAllElements().forEach(element -> assertHarmless(element, text));
        });
    }

    private static void assertHarmless(Element element, String text) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            assertThat(name).as(text).doesNotStartWith("on").isNotEqualTo("style");
            if (name.equals("href") || name.equals("src")) {
                assertThat(attribute.getValue())
                        .as(text)
                        .doesNotMatch("(?is)[\\s\\x00-\\x1f]*(javascript|vbscript|data|file|http):.*");
            }
        }
    }

    @Test
    void everyOtherFormatStaysWhatItIs() {
        texts(2).forEach(text -> {
            SchemaAssert.assertValidXml(JUnitXml.render(HostileRun.run(text)), "junit.xsd");
            assertThat(ResultsJson.read(ResultsJson.render(HostileRun.run(text)), "results.json"))
                    .isEqualTo(HostileRun.run(text));
            assertThat(ExchangesJsonl.read(ExchangesJsonl.render(HostileRun.exchanges(text)), "f")
                            .exchanges())
                    .isEqualTo(HostileRun.exchanges(text));
            assertThat(SummaryMarkdown.render(HostileRun.run(text)))
                    .doesNotContain("<script", "<img", "<svg", "@everyone");
        });
    }
}
