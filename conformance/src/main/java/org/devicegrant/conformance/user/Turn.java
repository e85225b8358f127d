package org.devicegrant.conformance.user;

import java.time.Duration;
import java.util.Comparator;

/**
 * When somebody's turn comes at the browsers that serve one check at a time.
 *
 * @param timed whether a code's whole life depends on when it comes, so that a browser is kept for such
 * @param hold how long the check takes about: the longest go first, since all have to be done in the end
 */
public record Turn(boolean timed, Duration hold) {
    /** For those who are in no hurry and are done at once. */
    public static final Turn ANY = new Turn(false, Duration.ZERO);

    private static final Comparator<Turn> ORDER =
            Comparator.comparing(Turn::timed).thenComparing(Turn::hold).reversed();

    /** Negative if the first goes before the second. */
    static int order(Turn first, Turn second) {
        return ORDER.compare(first, second);
    }
}
