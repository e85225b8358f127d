package org.devicegrant.load.capacity;

import java.util.List;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Attempt.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found.
 *
 * @param carried most devices that were carried, 0 if none
 * @param refused fewest that were not, or null if none were refused
 * @param confirmations how many full-length trials of {@code carried} passed
 * @param asked how many there were
 * @param attempts every trial, in order
 * @param end why it ended before it had its answer, or null
 */
public record Found(
        int carried,
        @Nullable Integer refused,
        int confirmations,
        int asked,
        List<Attempt> attempts,
        @Nullable End end) {
    private static final int MARGIN = 50;

    public Found {
        attempts = List.copyOf(attempts);
    }

    /** Whether both ends of the interval are known and the lower one was confirmed. */
    public boolean complete() {
        return end == null && refused != null && (carried == 0 || confirmed());
    }

    /** Whether most of the full-length trials of {@link #carried} passed. */
    public boolean confirmed() {
        return confirmations * 2 > asked;
    }

    /** Lower end of the answer: what two loads that differ by 2 % show is the same on any machine. */
    public int from() {
        return carried - carried / MARGIN;
    }

    /** Upper end of the answer, or null if there is none. */
    public @Nullable Integer to() {
        return refused == null ? null : refused + refused / MARGIN;
    }

    /** Largest relative change of the reference trial's median latency, from 0; 0 with fewer than two of them. */
    public double machineDrift() {
        List<Double> medians = attempts.stream()
                .filter(attempt ->
                        attempt.kind() == Kind.REFERENCE && attempt.figures().p50() > 0)
                .map(attempt -> attempt.figures().p50())
                .toList();
        return medians.stream()
                .mapToDouble(median -> Math.abs(median / medians.get(0) - 1))
                .max()
                .orElse(0);
    }
}
