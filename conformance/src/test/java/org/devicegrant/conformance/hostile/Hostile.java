package org.devicegrant.conformance.hostile;

import java.util.List;
import java.util.stream.Stream;
import org.instancio.Instancio;
import org.instancio.Random;
import org.instancio.generator.Generator;

/** Texts that no server should send. The same seed gives the same texts everywhere, so that no test fails by chance. */
public final class Hostile {
    /** As many as are asked of every reader. */
    public static final int MANY = 1_000;

    /** What readers trip over: ends of strings, escapes, controls, half characters, marks of order and direction. */
    private static final List<String> SPLINTERS = List.of(
            "\"",
            "'",
            "\\",
            "\\\"",
            "\\u0000",
            "\\uD800",
            "\u0000",
            "\u001b[31m",
            "\r\n",
            "\n",
            "\t",
            "\uFEFF",
            "\uD800",
            "\uDC00",
            "\u202E",
            "\u2028",
            "é",
            "😀",
            "<",
            ">",
            "</script>",
            "<script>alert(1)</script>",
            "<!--",
            "]]>",
            "&",
            "&#0;",
            "%",
            "%00",
            "%zz",
            "+",
            "=",
            ",",
            ";",
            ":",
            "{",
            "}",
            "[",
            "]",
            "${x}",
            "${",
            "file:",
            "../",
            "/",
            "javascript:",
            "http://[::1",
            "- ",
            "? ",
            "!!java.net.URL ",
            "&a ",
            "*a ",
            "| ",
            "1e999999999",
            "-1e400",
            "9223372036854775808",
            "99999999999999999999999999",
            "0x7f",
            "NaN",
            "null",
            "true",
            " ",
            "a",
            "Basic ",
            "realm=",
            "0");

    private static final int LONGEST = 12_000;

    private Hostile() {}

    /** Short and long texts of all kinds. */
    public static Stream<String> texts(long seed) {
        return many(seed, Hostile::text);
    }

    /** Texts that were {@code sample} before something was cut out, doubled, or put in. */
    public static Stream<String> spoilt(long seed, String sample) {
        return many(seed, random -> spoil(random, sample));
    }

    /** JSON values, most of them well-formed, with the members of OAuth in all wrong types. */
    public static Stream<String> json(long seed) {
        return many(seed, new HostileJson());
    }

    /** Pages for a browser, each of them another trap. */
    public static Stream<String> pages(long seed) {
        return many(seed, new HostilePage());
    }

    private static Stream<String> many(long seed, Generator<String> generator) {
        return Instancio.of(String.class).supply(org.instancio.Select.root(), generator).withSeed(seed).stream()
                .limit(MANY);
    }

    static String text(Random random) {
        return switch (random.intRange(0, 60)) {
            case 0 -> "";
            case 1 -> drawnOut(random, splinter(random));
            case 2 -> drawnOut(random, splinter(random) + splinter(random));
            case 3 -> drawnOut(random, "a");
            case 4, 5, 6, 7 -> characters(random);
            default -> splinters(random);
        };
    }

    private static String drawnOut(Random random, String text) {
        return text.repeat(random.intRange(1, LONGEST / text.length()));
    }

    private static String splinters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.intRange(1, 30); left > 0; left--) {
            text.append(random.trueOrFalse() ? splinter(random) : random.alphanumeric(random.intRange(1, 8)));
        }
        return text.toString();
    }

    private static String characters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.intRange(1, 60); left > 0; left--) {
            text.appendCodePoint(random.intRange(0, Character.MAX_CODE_POINT));
        }
        return text.toString();
    }

    static String splinter(Random random) {
        return random.oneOf(SPLINTERS);
    }

    static String spoil(Random random, String sample) {
        String text = sample;
        for (int wounds = random.intRange(1, 3); wounds > 0; wounds--) {
            int from = random.intRange(0, text.length());
            int to = Math.min(text.length(), from + random.intRange(0, 40));
            text = text.substring(0, from)
                    + switch (random.intRange(0, 4)) {
                        case 0 -> "";
                        case 1 -> text.substring(from, to).repeat(2);
                        case 2 -> random.intRange(0, 25) == 0 ? drawnOut(random, splinter(random)) : "";
                        default -> splinter(random);
                    }
                    + text.substring(to);
        }
        return random.intRange(0, 9) == 0 ? text.substring(0, random.intRange(0, text.length())) : text;
    }
}
