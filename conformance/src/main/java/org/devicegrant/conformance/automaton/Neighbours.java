package org.devicegrant.conformance.automaton;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.protocol.ErrorCodes;

/**
 * The hypothesis that all codes of the client share one interval: how soon a poll of whatever code is too soon after the
 * previous one of whatever code. Only polls of codes that were never told to slow down count.
 */
final class Neighbours {
    private Neighbours() {}

    static Bounds distance(PollLog log) {
        List<Answer> polls = new ArrayList<>();
        log.codes().forEach(code -> polls.addAll(code.polls()));
        List<Answer> everything = new ArrayList<>(polls);
        everything.addAll(log.others());
        Bounds bounds = Bounds.NONE;
        for (CodeLog code : log.codes()) {
            for (Answer poll : code.polls()) {
                if (!poll.pending()) {
                    break;
                }
                boolean slow = poll.isError(ErrorCodes.SLOW_DOWN);
                bounds = slow ? tooSoon(bounds, poll, everything) : soonEnough(bounds, poll, polls);
                if (slow) {
                    break;
                }
            }
        }
        return bounds;
    }

    /** It was too soon after the nearest poll that may have been handled before it. */
    private static Bounds tooSoon(Bounds bounds, Answer poll, List<Answer> all) {
        long nearest = all.stream()
                .filter(other -> other != poll && other.sent() < poll.received())
                .mapToLong(other -> poll.sent() - other.received())
                .min()
                .orElse(Long.MAX_VALUE);
        // With no poll before it, it cannot have been too soon after one: nothing fits.
        return bounds.longerThan(nearest);
    }

    /** It was not too soon after the nearest poll that was certainly handled before it. */
    private static Bounds soonEnough(Bounds bounds, Answer poll, List<Answer> all) {
        return all.stream()
                .filter(other -> other != poll && other.received() <= poll.sent())
                .mapToLong(other -> poll.received() - other.sent())
                .min()
                .stream()
                .mapToObj(bounds::notLongerThan)
                .findFirst()
                .orElse(bounds);
    }
}
