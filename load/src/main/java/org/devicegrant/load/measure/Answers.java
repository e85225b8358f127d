package org.devicegrant.load.measure;

import java.util.EnumMap;
import java.util.Map;
import org.devicegrant.load.protocol.AnswerKind;

/**
 * How many answers there were of each kind.
 *
 * @param counts kinds without an answer may be missing
 */
public record Answers(Map<AnswerKind, Long> counts) {
    public Answers {
        counts = counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }

    /** None. */
    public static Answers none() {
        return new Answers(Map.of());
    }

    /** How many of this kind. */
    public long of(AnswerKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Answers to polls and polls without one: all but the codes issued. */
    public long polls() {
        return total() - of(AnswerKind.AUTHORIZED);
    }

    /** All answers and requests without one. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those that are failures of the server or of the way to it. */
    public long failures() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().failure())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Both together. */
    public Answers plus(Answers other) {
        return combine(other, 1);
    }

    /** What came since an earlier count. */
    public Answers since(Answers earlier) {
        return combine(earlier, -1);
    }

    private Answers combine(Answers other, int sign) {
        Map<AnswerKind, Long> sum = new EnumMap<>(AnswerKind.class);
        for (AnswerKind kind : AnswerKind.values()) {
            sum.put(kind, of(kind) + sign * other.of(kind));
        }
        return new Answers(sum);
    }
}
