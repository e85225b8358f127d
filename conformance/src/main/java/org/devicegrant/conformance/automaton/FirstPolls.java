package org.devicegrant.conformance.automaton;

import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.protocol.ErrorCodes;

/**
 * The first poll of each code and its distance from issuance.
 *
 * @param tooSoon how long after issuance a first poll must come, where one was told to slow down
 */
record FirstPolls(Bounds tooSoon) {
    static FirstPolls of(PollLog log) {
        Bounds bounds = Bounds.NONE;
        for (CodeLog code : log.codes()) {
            Answer first = code.polls().get(0);
            if (first.isError(ErrorCodes.SLOW_DOWN)) {
                bounds = bounds.longerThan(first.sent() - code.issued().received());
            } else if (first.pending()) {
                bounds = bounds.notLongerThan(first.received() - code.issued().sent());
            }
        }
        return new FirstPolls(bounds);
    }

    /** Whether a first poll was told to slow down, and all of them as if issuance had been a poll. */
    boolean countFromIssuance() {
        return tooSoon.hasLower() && !tooSoon.contradictory();
    }

    /** Whether no interval after issuance explains them. */
    boolean contradictory() {
        return tooSoon.contradictory();
    }
}
