package org.devicegrant.browser.page;

import java.lang.Character.UnicodeScript;

/**
 * One entry of a word list.
 *
 * @param text normalised text to look for
 * @param whole whether it must be the whole text
 * @param first whether the text must begin with it
 * @param open whether any ending may follow
 * @param anywhere whether it matches inside words, as in scripts that write none or inflect by prefix
 */
record Phrase(String text, boolean whole, boolean first, boolean open, boolean anywhere) {

    static Phrase parse(String entry) {
        boolean whole = entry.startsWith("=");
        boolean first = entry.startsWith("^");
        boolean open = entry.endsWith("*");
        String text = Said.normal(entry.substring(whole || first ? 1 : 0, entry.length() - (open ? 1 : 0)));
        return new Phrase(text, whole, first, open, text.codePoints().anyMatch(Phrase::unspaced));
    }

    /** How much a match says: longer phrases say more; 0 without a match. */
    double weight(Said said) {
        boolean exact = said.bare().equals(text);
        if (!exact && (whole || !within(said.normal()))) {
            return 0;
        }
        long words = anywhere
                ? text.length() / 2
                : text.chars().filter(c -> c == ' ').count() + 1;
        return 1 + 0.4 * Math.max(0, words - 1) + (exact ? 1 : 0);
    }

    private boolean within(String normalised) {
        if (first) {
            return normalised.startsWith(text) && (anywhere || edge(normalised, text.length()));
        }
        for (int at = normalised.indexOf(text); at >= 0; at = normalised.indexOf(text, at + 1)) {
            if (anywhere || (edge(normalised, at - 1) && (open || edge(normalised, at + text.length())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean edge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean unspaced(int point) {
        UnicodeScript script = UnicodeScript.of(point);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.ARABIC;
    }
}
