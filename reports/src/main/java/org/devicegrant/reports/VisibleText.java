package org.devicegrant.reports;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text from servers made safe to show. Characters that a format cannot carry, that steer a terminal or that reorder
 * what is read become visible escapes such as {@code \}{@code u001B}; nothing is dropped silently.
 */
public final class VisibleText {

    private VisibleText() {}

    /** For XML 1.0: characters outside its repertoire are escaped, line feeds and tabs stay. */
    public static String xml(String text) {
        return escape(text, c -> c == '\n' || c == '\t' || (c >= 0x20 && isLegalXml(c)));
    }

    /** For a terminal: one line, no control or direction-changing character. */
    public static String terminal(String text) {
        return escape(oneLine(text), c -> !isControl(c) && !isBidirectionalControl(c) && !isSurrogate(c));
    }

    /** For Markdown as GitHub and GitLab render it: one line, no markup, no HTML, no mention of anybody. */
    public static String markdown(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : terminal(text).toCharArray()) {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '@' -> out.append("@\u200b");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!' ->
                    out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
    }

    /** Runs of blanks and line breaks as one blank each. */
    public static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** At most {@code length} characters, the last one an ellipsis where something was left out. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Math.max(0, length - 1);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    private static String escape(String text, IntPredicate kept) {
        if (text.codePoints().allMatch(kept)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (kept.test(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04X", c));
            }
        });
        return out.toString();
    }

    private static boolean isLegalXml(int c) {
        return !isSurrogate(c) && c != 0xFFFE && c != 0xFFFF && (c < 0x7F || c > 0x9F);
    }

    private static boolean isControl(int c) {
        return Character.getType(c) == Character.CONTROL;
    }

    private static boolean isBidirectionalControl(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
