package org.devicegrant.conformance.embedded.grant;

import org.devicegrant.conformance.embedded.http.Around;
import org.devicegrant.conformance.embedded.http.Layers;

/** What a decision on the page does. By default the first one counts, if it comes in time. */
public final class DecisionRules {
    private final Layers<Decision, Decision.Outcome> layers = new Layers<>();

    /** Puts a layer around what a decision does. */
    public DecisionRules around(Around<Decision, Decision.Outcome> layer) {
        layers.add(layer);
        return this;
    }

    Layers<Decision, Decision.Outcome> layers() {
        return layers;
    }

    /** Every decision overwrites the one before, even after redemption. */
    public static Around<Decision, Decision.Outcome> lastOneCounts() {
        return (decision, next) -> {
            decision.grant().forceDecision(decision.verdict());
            return decision.accepted();
        };
    }

    /** A refusal is shown, but not recorded. */
    public static Around<Decision, Decision.Outcome> refusalForgotten() {
        return (decision, next) -> decision.approved() ? next.apply(decision) : Decision.Outcome.REFUSED;
    }
}
