package org.devicegrant.reports.html;

import org.devicegrant.reports.Headline;

/**
 * A badge as drawn. Widths are pixels.
 *
 * @param label what was tested
 * @param words what came out
 * @param color of the right part; white text on it has a contrast of at least 4.5
 * @param labelWidth of the left part
 * @param wordsWidth of the right part
 * @param title for screen readers
 */
public record BadgeView(String label, String words, String color, int labelWidth, int wordsWidth, String title) {

    private static final String LABEL = "RFC 8628";
    private static final int PER_CHARACTER = 7;
    private static final int PADDING = 12;

    /** The badge that says {@code words}. */
    public static BadgeView of(String words, Headline headline) {
        String color = switch (headline.tone()) {
            case GOOD -> "#14653a";
            case BAD -> "#a8121c";
            case DOUBT -> "#56379e";
        };
        return new BadgeView(
                LABEL, words, color, width(LABEL), width(words), LABEL + " device grant: " + headline.title());
    }

    private static int width(String text) {
        return text.length() * PER_CHARACTER + PADDING;
    }
}
