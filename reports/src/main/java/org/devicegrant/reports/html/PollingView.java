package org.devicegrant.reports.html;

import java.util.ArrayList;
import java.util.List;
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
        List<Fact> facts = new ArrayList<>();
        if (polling == null) {
            return new PollingView(facts, TimelineView.ofPolls(List.of()));
        }
        addRange(facts, "A poll may come early by", polling.toleranceMs());
        addWord(facts, "The window starts with", polling.windowStart());
        addWord(facts, "Penalty for a fast poll", polling.penalty());
        addRange(facts, "The first slow_down adds", polling.penaltyStepMs());
        addWord(facts, "A way out of the penalty", polling.latches());
        addWord(facts, "Throttled", polling.throttle());
        addRange(facts, "Lifetime of the device code", polling.lifetimeMs());
        addRange(facts, "Lifetime of the user code", polling.userCodeLifetimeMs());
        addRange(facts, "Still known after expiry for", polling.purgeMs());
        addWord(facts, "Looked at first", polling.precedence());
        return new PollingView(facts, TimelineView.ofPolls(polling.timeline()));
    }

    private static void addRange(List<Fact> facts, String name, @Nullable List<Long> bounds) {
        if (bounds == null || bounds.isEmpty()) {
            return;
        }
        String lower = Times.measured(bounds.get(0));
        String upper = Times.measured(bounds.get(bounds.size() - 1));
        facts.add(new Fact(name, lower.equals(upper) ? lower : "between " + lower + " and " + upper));
    }

    private static void addWord(List<Fact> facts, String name, @Nullable String word) {
        if (word != null && !word.isBlank()) {
            facts.add(new Fact(name, word));
        }
    }
}
