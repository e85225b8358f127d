package org.devicegrant.reports.html;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.devicegrant.reports.model.ExchangeRecord;

/**
 * How often each answer of the polling automaton (RFC 8628 section 3.5) was seen.
 *
 * @param seen number of answers by kind
 * @param invalidGrants how many polls were answered {@code invalid_grant}
 */
public record AutomatonView(Map<Answer.Kind, Integer> seen, int invalidGrants) {

    public AutomatonView {
        seen = Map.copyOf(seen);
    }

    /** Counts the answers of a run. */
    public static AutomatonView of(List<ExchangeRecord> exchanges) {
        Map<Answer.Kind, Integer> seen = new EnumMap<>(Answer.Kind.class);
        int invalidGrants = 0;
        for (ExchangeRecord exchange : exchanges) {
            Answer answer = Answer.of(exchange);
            seen.merge(answer.kind(), 1, Integer::sum);
            invalidGrants += "invalid_grant".equals(answer.word()) ? 1 : 0;
        }
        return new AutomatonView(seen, invalidGrants);
    }

    /** How often {@code kind} was seen. */
    public int count(Answer.Kind kind) {
        return seen.getOrDefault(kind, 0);
    }

    /** Style class of an edge that was taken so often. */
    public static String edge(int count) {
        return count > 0 ? "edge" : "edge unseen";
    }

    /** An edge's label, for example {@code slow_down × 3}. */
    public static String label(String word, int count) {
        return count > 0 ? word + " × " + count : word + ", not seen";
    }
}
