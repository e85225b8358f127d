package org.devicegrant.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of the server's polling behaviour.
 *
 * @param facts in words
 * @param timeline the polls it was measured with
 */
public record PollingView(List<Fact> facts, TimelineView timeline) {

    public PollingView {
        facts = List.copyOf(facts);
    }

    /** The view of {@code polling}; null measures nothing. */
    public static PollingView of(RunReport.@Nullable Polling polling) {
        if (polling == null) {
            return new PollingView(List.of(), TimelineView.ofPolls(List.of()));
        }
        List<Fact> facts = new ArrayList<>();
        Map<String, String> unknown = polling.unknown();
        add(facts, "Throttled", polling.throttle(), unknown.get("throttle"));
        add(facts, "The interval starts with", polling.windowStart(), unknown.get("window_start"));
        add(facts, "A poll may come early by", range(polling.toleranceMs()), unknown.get("tolerance_ms"));
        add(facts, "Penalty for a fast poll", polling.penalty(), unknown.get("penalty"));
        add(facts, "The first slow_down adds", range(polling.penaltyStepMs()), unknown.get("penalty_step_ms"));
        add(facts, "A way out of the penalty", polling.latches(), unknown.get("latches"));
        add(facts, "What counts first", polling.precedence(), unknown.get("precedence"));
        add(facts, "Lifetime of the device code", range(polling.lifetimeMs()), unknown.get("lifetime_ms"));
        add(
                facts,
                "Lifetime of the user code",
                range(polling.userCodeLifetimeMs()),
                unknown.get("user_code_lifetime_ms"));
        add(facts, "Still known after its end for", range(polling.purgeMs()), unknown.get("purge_ms"));
        return new PollingView(facts, TimelineView.ofPolls(polling.timeline()));
    }

    /** What was found, or why nothing was. */
    private static void add(List<Fact> facts, String name, @Nullable String found, @Nullable String because) {
        if (found != null && !found.isBlank()) {
            facts.add(new Fact(name, found));
        } else if (because != null) {
            facts.add(new Fact(name, "unknown, because " + because));
        }
    }

    private static @Nullable String range(@Nullable List<Long> bounds) {
        if (bounds == null || bounds.isEmpty()) {
            return null;
        }
        long most = bounds.get(bounds.size() - 1);
        String lower = Times.measured(bounds.get(0));
        String upper = Times.measured(most);
        if (most < 0) {
            return "not at all: it must come " + Times.measured(-most) + " to " + Times.measured(-bounds.get(0))
                    + " late";
        }
        return lower.equals(upper) ? lower : "between " + lower + " and " + upper;
    }
}
