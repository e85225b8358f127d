package org.devicegrant.browser.page;

import java.util.Locale;

/** Adds up what speaks for a candidate and remembers why. */
final class Tally {
    private final StringBuilder why = new StringBuilder();
    private double score;

    Tally add(double points, String reason) {
        if (points != 0) {
            score += points;
            why.append(why.isEmpty() ? "" : ", ").append(reason).append(String.format(Locale.ROOT, " %+.1f", points));
        }
        return this;
    }

    Tally addIf(boolean holds, double points, String reason) {
        return holds ? add(points, reason) : this;
    }

    double score() {
        return score;
    }

    Candidate of(Control control) {
        return new Candidate(control, score, why.toString());
    }
}
