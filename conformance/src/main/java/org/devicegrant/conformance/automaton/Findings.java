package org.devicegrant.conformance.automaton;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.devicegrant.reports.model.RunReport.Polling;
import org.devicegrant.reports.model.RunReport.TimelinePoint;
import org.jspecify.annotations.Nullable;

/** What was found out so far, and why the rest was not. The names are those of {@code results.json}. */
final class Findings {
    static final String TOLERANCE = "tolerance_ms";
    static final String WINDOW_START = "window_start";
    static final String PENALTY = "penalty";
    static final String PENALTY_STEP = "penalty_step_ms";
    static final String LATCHES = "latches";
    static final String LIFETIME = "lifetime_ms";
    static final String USER_CODE_LIFETIME = "user_code_lifetime_ms";
    static final String PURGE = "purge_ms";
    static final String THROTTLE = "throttle";
    static final String PRECEDENCE = "precedence";

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, List<Long>> bounds = new HashMap<>();
    private final Map<String, String> unknown = new TreeMap<>();

    void says(String name, String text) {
        words.put(name, text);
    }

    void measured(String name, Bounds measured) {
        bounds.put(name, measured.millis());
    }

    void unknown(String name, String because) {
        unknown.put(name, because);
    }

    @Nullable String words(String name) {
        return words.get(name);
    }

    Polling polling(List<TimelinePoint> timeline) {
        return new Polling(
                bounds.get(TOLERANCE),
                words.get(WINDOW_START),
                words.get(PENALTY),
                bounds.get(PENALTY_STEP),
                words.get(LATCHES),
                bounds.get(LIFETIME),
                bounds.get(USER_CODE_LIFETIME),
                bounds.get(PURGE),
                words.get(THROTTLE),
                words.get(PRECEDENCE),
                unknown,
                timeline);
    }
}
