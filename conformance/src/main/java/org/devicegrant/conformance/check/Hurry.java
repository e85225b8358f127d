package org.devicegrant.conformance.check;

import java.time.Duration;
import org.devicegrant.conformance.flow.Urgency;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.requirement.Time;
import org.devicegrant.conformance.user.Turn;

/** Who goes first, by what the catalogue says about a check's time: the long waits are the critical path. */
final class Hurry {
    private static final Duration LONG = Duration.ofSeconds(30);
    /** What most servers ask for; the order alone depends on it. */
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);

    /** Longer than every other wait, as nearly every server's codes live; the order alone depends on it. */
    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(10);

    private Hurry() {}

    /** Codes that have a whole lifetime or another long time to wait for come first. */
    static Urgency urgency(Requirement requirement) {
        Time time = requirement.time();
        if (time.lifetime() || usual(time).compareTo(LONG) >= 0) {
            return Urgency.LONG_WAIT;
        }
        return time.intervals() > 0 ? Urgency.WAIT : Urgency.PLAIN;
    }

    /** Whose long wait begins or ends in front of a browser, that one is not kept waiting for it. */
    static Turn turn(Requirement requirement) {
        return new Turn(urgency(requirement) == Urgency.LONG_WAIT, usual(requirement.time()));
    }

    private static Duration usual(Time time) {
        return time.at(USUAL_INTERVAL, USUAL_LIFETIME, Duration.ZERO);
    }
}
