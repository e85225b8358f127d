package org.devicegrant.load.measure;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Why requests got no answer, and how often. Thread-safe. */
public final class Silences {
    private final Map<String, LongAdder> reasons = new ConcurrentHashMap<>();

    /** One more for that reason. */
    void add(String reason) {
        reasons.computeIfAbsent(reason, any -> new LongAdder()).increment();
    }

    /** How often each, by name. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        reasons.forEach((reason, times) -> counts.put(reason, times.sum()));
        return counts;
    }

    /** For people, the most frequent first: {@code 12 times connection refused, 3 times no answer in time}. */
    public static String text(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(reason -> reason.getValue() + (reason.getValue() == 1 ? " time " : " times ") + reason.getKey())
                .collect(Collectors.joining(", "));
    }
}
