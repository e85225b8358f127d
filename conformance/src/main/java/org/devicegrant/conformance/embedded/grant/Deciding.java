package org.devicegrant.conformance.embedded.grant;

import java.util.function.Function;
import java.util.function.Predicate;

/** Records decisions: the first one that comes in time. */
public final class Deciding {
    private final Expiry expiry;
    private final Predicate<Decision> entitled;
    private final Function<Decision, Decision.Outcome> whole;

    /** With {@code entitled} for whether whoever wants to decide may do so. */
    public Deciding(DecisionRules rules, CodeRules codes, Predicate<Decision> entitled) {
        this.expiry = codes.expiry();
        this.entitled = entitled;
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
        if (!entitled.test(decision)) {
            return Decision.Outcome.NOT_ENTITLED;
        }
        return decision.grant().decide(decision.verdict()) ? decision.accepted() : Decision.Outcome.TOO_LATE;
    }
}
