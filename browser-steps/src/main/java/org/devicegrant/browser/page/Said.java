package org.devicegrant.browser.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text made ready for comparison with phrases.
 *
 * @param normal lower case, compatibility forms folded, accents off, white space and typographic quotes made plain
 * @param bare the same without punctuation around it
 */
record Said(String normal, String bare) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern AROUND = Pattern.compile("^[\\p{P}\\p{S}\\s&&[^×]]+|[\\p{P}\\p{S}\\s&&[^×]]+$");

    static Said of(String text) {
        String normal = normal(text);
        return new Said(normal, AROUND.matcher(normal).replaceAll(""));
    }

    static String normal(String text) {
        String folded =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String plain = Normalizer.normalize(folded, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‐', '-')
                .replace('‑', '-');
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }
}
