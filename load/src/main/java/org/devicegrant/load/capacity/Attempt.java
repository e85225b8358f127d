package org.devicegrant.load.capacity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One trial of the search.
 *
 * @param kind what it was for
 * @param devices how many devices, as if each waited exactly the interval
 * @param seconds how long it counted
 * @param offered polls per second if every answer came at once
 * @param figures what was measured
 * @param verdict what that shows
 * @param why why it failed or was invalid; empty for a pass
 * @param end why nothing more can be tried after it, or null if the search may go on
 */
public record Attempt(
        Kind kind,
        int devices,
        double seconds,
        double offered,
        Figures figures,
        Verdict verdict,
        String why,
        @Nullable End end) {

    /** The same as the last one. */
    public Attempt endingWith(End why) {
        return new Attempt(kind, devices, seconds, offered, figures, verdict, this.why, why);
    }

    /** What a trial is for. */
    public enum Kind {
        /** Short: is there more? */
        DOUBLING,
        /** Short: where between? */
        BISECTION,
        /** Full length: does it hold? */
        CONFIRMATION,
        /** Short, always the same load: is the machine still the same? */
        REFERENCE;

        /** The word in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Latencies in milliseconds, counted from when each poll was due.
     *
     * @param achieved polls answered per second
     * @param mean their mean latency
     * @param p50 median
     * @param p99 99th percentile
     * @param errors share of failures, from 0 to 1
     */
    public record Figures(double achieved, double mean, double p50, double p99, double errors) {}

    /** Why a search ends before it has its answer. */
    public enum End {
        /** The protocol was broken, and not by load alone. */
        VIOLATION,
        /** The server answers no more, not even at a load that it carried before. */
        SERVER_GONE,
        /** Somebody or the cap on time ended the run. */
        STOPPED,
        /** The generator cannot do more. */
        GENERATOR
    }
}
