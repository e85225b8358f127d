package org.devicegrant.conformance.embedded.grant;

import java.util.function.Function;

/** Records decisions: the first one that comes in time. */
public final class Deciding {
    private final Expiry expiry;
    private final Function<Decision, Decision.Outcome> whole;

    public Deciding(DecisionRules rules, CodeRules codes) {
        this.expiry = codes.expiry();
        this.whole = rules.layers().over(this::record);
    }

    /** What comes of {@code decision}. */
    public Decision.Outcome decide(Decision decision) {
        return whole.apply(decision);
    }

    private Decision.Outcome record(Decision decision) {
        if (expiry.over(decision.grant(), Expiry.Moment.DECISION, decision.at())) {
            return Decision.Outcome.EXPIRED;
        }
        return decision.grant().decide(decision.verdict()) ? decision.accepted() : Decision.Outcome.TOO_LATE;
    }
}
