package org.devicegrant.conformance.requirement;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate closest to {@code word}: the same letters but for case and separators, else the fewest single-letter
     * changes. Empty if even the closest differs in more than two letters and a third of them.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String wanted = letters(word);
        return candidates.stream()
                .filter(candidate -> near(wanted, candidate))
                .min(Comparator.<String>comparingInt(candidate -> distance(wanted, letters(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Lengths first: somebody's key may be a whole book. */
    private static boolean near(String wanted, String candidate) {
        String letters = letters(candidate);
        int tolerance = tolerance(wanted, candidate);
        return Math.abs(wanted.length() - letters.length()) <= tolerance && distance(wanted, letters) <= tolerance;
    }

    /** Two letters are easily swapped, but a word of two letters is not like every other one. */
    private static int tolerance(String wanted, String candidate) {
        int longest = Math.max(wanted.length(), letters(candidate).length());
        return Math.min(longest - 1, Math.max(2, longest / 3));
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= right.length(); column++) {
                int change = left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1;
                int best = Math.min(diagonal + change, Math.min(row[column], row[column - 1]) + 1);
                diagonal = row[column];
                row[column] = best;
            }
        }
        return row[right.length()];
    }
}
