package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.devicegrant.reports.compare.DiffReport;
import org.devicegrant.reports.compare.Matrix;
import org.devicegrant.reports.compare.MatrixReport;
import org.devicegrant.reports.compare.RunDiff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of WCAG 2.2 AA can be seen without a person: contrast, labels, headings, names. */
class AccessibilityTest {
    private static final Pattern VARIABLE = Pattern.compile("--([a-z-]+):\\s*(#[0-9a-f]{3,6})\\b");
    private static final double TEXT = 4.5;
    private static final double CONTROL = 3;

    static Stream<String> pages() {
        RunDiff diff = RunDiff.of(
                SampleRun.with(0, true, List.of(SampleRun.passing("a"))),
                SampleRun.with(1, true, List.of(SampleRun.failing("a"))));
        return Stream.of(
                HtmlReport.render(SampleRun.run(), SampleRun.exchanges()),
                MatrixReport.html(Matrix.of(List.of(SampleRun.run(), SampleRun.run()))),
                DiffReport.html(diff));
    }

    /** Success criteria 1.4.3 and 1.4.11. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTextStandsOutFromWhatIsBehindIt(boolean dark) throws IOException {
        Map<String, String> colors = colors(dark);

        for (String behind : List.of("bg", "surface", "sunken")) {
            for (String text :
                    List.of("ink", "muted", "accent", "pass", "fail", "warning", "inconclusive", "skipped")) {
                assertContrast(colors, text, behind, TEXT);
            }
            assertContrast(colors, "focus", behind, CONTROL);
        }
        assertContrast(colors, "strong-line", "surface", CONTROL);
        for (String verdict : List.of("pass", "fail", "warning", "inconclusive", "skipped")) {
            assertContrast(colors, verdict, verdict + "-bg", TEXT);
        }
    }

    /** Success criteria 1.1.1, 1.3.1, 2.4.2, 3.1.1, 3.3.2 and 4.1.2. */
    @ParameterizedTest
    @MethodSource("pages")
    void everythingHasItsName(String page) {
        assertThat(page).contains("<html lang=\"en\">").containsPattern("<title>[^<]+</title>");
        Set<String> labelled = new HashSet<>();
        found("<label[^>]*\\bfor=\"([^\"]+)\"", page).forEach(match -> labelled.add(match.group(1)));
        // A field inside its label has its name; the others are named from elsewhere.
        String apart = page.replaceAll("(?s)<label\\b(?:(?!</label>).)*<(?:input|select)\\b.*?</label>", "");
        assertThat(found("<(?:input|select)\\b[^>]*>", apart))
                .extracting(MatchResult::group)
                .allMatch(field -> field.contains("aria-label") || labelled.contains(attribute(field, "id")));
        assertThat(found("<img\\b[^>]*>", page))
                .allSatisfy(image -> assertThat(image.group()).containsPattern("\\balt=\""));
        assertThat(found("<th\\b[^>]*>", page))
                .allSatisfy(head -> assertThat(head.group()).contains("scope="));
        assertThat(found("<svg\\b[^>]*>", page))
                .extracting(MatchResult::group)
                .allMatch(picture ->
                        picture.matches("(?s).*(aria-hidden=\"true\"|role=\"img\" aria-label|class=\"mark ).*"));
        assertThat(page).doesNotContainPattern("\\btabindex=\"[1-9]");
    }

    /** Success criteria 1.3.1 and 2.4.1. */
    @ParameterizedTest
    @MethodSource("pages")
    void headingsAreInOrderAndLinksWithinThePageLeadSomewhere(String page) {
        List<String> ids = found("\\bid=\"([^\"]+)\"", page).stream()
                .map(match -> match.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(found("href=\"#([^\"]+)\"", page))
                .allSatisfy(link -> assertThat(ids).contains(link.group(1)));
        int level = 0;
        for (MatchResult heading : found("<h([1-6])\\b", page)) {
            int next = Integer.parseInt(heading.group(1));
            assertThat(next).as("a heading of level %s after %s", next, level).isLessThanOrEqualTo(level + 1);
            level = next;
        }
        assertThat(found("<h1\\b", page)).hasSize(1);
    }

    private static List<MatchResult> found(String pattern, String page) {
        String text = page.replaceAll("(?s)<(script|style)\\b.*?</\\1>", "");
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static void assertContrast(Map<String, String> colors, String text, String behind, double least) {
        double one = luminance(colors.get(text));
        double other = luminance(colors.get(behind));
        assertThat((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05))
                .as("--%s on --%s", text, behind)
                .isGreaterThanOrEqualTo(least);
    }

    private static double luminance(String color) {
        String hex = color.length() == 4 ? color.replaceAll("([0-9a-f])", "$1$1") : color;
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double share = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static Map<String, String> colors(boolean dark) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("html/page.css")) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int night = css.indexOf("prefers-color-scheme: dark");
            assertThat(night).isPositive();
            Map<String, String> colors = new HashMap<>();
            collect(css.substring(0, night), colors);
            if (dark) {
                collect(css.substring(night, css.indexOf("\n}", night)), colors);
            }
            return colors;
        }
    }

    private static void collect(String css, Map<String, String> colors) {
        VARIABLE.matcher(css).results().forEach(match -> colors.put(match.group(1), match.group(2)));
    }
}
