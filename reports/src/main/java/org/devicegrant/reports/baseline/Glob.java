package org.devicegrant.reports.baseline;

import java.util.regex.Pattern;

/**
 * A pattern for a message: {@code *} stands for any text, {@code ?} for one character, a backslash takes the next
 * character literally. The whole message has to match.
 */
public final class Glob {

    private static final Pattern VARYING = Pattern.compile(
            "‹[^›]*›|#\\d+|\\b\\d+\\.\\d+\\b|\\b\\d+(?= ?(?:ms|s|min|h|seconds|milliseconds|minutes)\\b)");

    private final String text;
    private final Pattern pattern;

    private Glob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /** The pattern written as {@code text}. */
    public static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        StringBuilder stretch = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == '*') {
                regex.append(open ? first(stretch) : stretch);
                stretch.setLength(0);
                open = true;
            } else if (c == '?') {
                stretch.append('.');
            } else {
                boolean escape = c == '\\' && i + 1 < text.length();
                stretch.append(Pattern.quote(Character.toString(escape ? text.codePointAt(++i) : c)));
            }
        }
        regex.append(open ? ".*" : "").append(stretch);
        return new Glob(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** The next place of a stretch between two stars, for good: a later one could not help, and trying takes for ever. */
    private static String first(CharSequence stretch) {
        return stretch.isEmpty() ? "" : "(?>.*?" + stretch + ")";
    }

    /**
     * A pattern that matches {@code message} and what the same failure says next time: digests, exchange numbers and
     * measured times are left open, everything else is literal.
     */
    public static Glob forMessage(String message) {
        StringBuilder glob = new StringBuilder();
        int end = 0;
        for (var varying = VARYING.matcher(message); varying.find(); end = varying.end()) {
            glob.append(literally(message.substring(end, varying.start()))).append('*');
        }
        return of(glob.append(literally(message.substring(end))).toString());
    }

    /** Whether the whole of {@code message} matches. */
    public boolean matches(String message) {
        return pattern.matcher(message).matches();
    }

    private static String literally(String text) {
        return text.replaceAll("[*?\\\\]", "\\\\$0");
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
