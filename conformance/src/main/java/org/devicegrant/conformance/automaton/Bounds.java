package org.devicegrant.conformance.automaton;

import java.time.Duration;
import java.util.List;

/**
 * What is known of a duration: it is above {@code above} and at most {@code atMost}, nanoseconds.
 *
 * @param above exclusive lower bound, {@link Long#MIN_VALUE} if there is none
 * @param atMost inclusive upper bound, {@link Long#MAX_VALUE} if there is none
 */
record Bounds(long above, long atMost) {
    /** Nothing is known. */
    static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);

    Bounds longerThan(long nanos) {
        return new Bounds(Math.max(above, nanos), atMost);
    }

    Bounds notLongerThan(long nanos) {
        return new Bounds(above, Math.min(atMost, nanos));
    }

    /** Whether no duration fits. */
    boolean contradictory() {
        return above >= atMost;
    }

    boolean hasLower() {
        return above != Long.MIN_VALUE;
    }

    boolean hasUpper() {
        return atMost != Long.MAX_VALUE;
    }

    /** Known from both sides. */
    boolean closed() {
        return hasLower() && hasUpper() && !contradictory();
    }

    /** This minus {@code other}, both closed. */
    Bounds minus(Bounds other) {
        return new Bounds(above - other.atMost(), atMost - other.above());
    }

    /** In milliseconds, rounded outwards. */
    List<Long> millis() {
        return List.of(Math.floorDiv(above, 1_000_000L), -Math.floorDiv(-atMost, 1_000_000L));
    }

    /** For people, for example {@code 1.25 s}. */
    static String seconds(long nanos) {
        long millis = Duration.ofNanos(nanos).toMillis();
        return millis < 1_000 ? millis + " ms" : String.format(java.util.Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
