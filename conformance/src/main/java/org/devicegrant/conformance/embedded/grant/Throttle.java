package org.devicegrant.conformance.embedded.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which polls are too fast (RFC 8628 section 3.5, slow_down). Asked once for every poll of a living, undecided code. */
@FunctionalInterface
public interface Throttle {
    /** Whether this poll comes too soon; called by one thread at a time for a grant. */
    boolean tooSoon(Poll poll);

    /** Each code on its own; every poll starts a new interval. */
    static Throttle perCode() {
        return addingPerSlowDown(Duration.ZERO);
    }

    /** Each code on its own; every slow_down makes the interval longer by {@code step}. */
    static Throttle addingPerSlowDown(Duration step) {
        return poll -> {
            DeviceGrant grant = poll.grant();
            Duration least = poll.interval().plus(step.multipliedBy(grant.slowDowns()));
            boolean soon = grant.lastPoll()
                    .filter(last -> poll.soonerThan(least, last))
                    .isPresent();
            grant.lastPoll(poll.at());
            grant.slowDowns(grant.slowDowns() + (soon ? 1 : 0));
            return soon;
        };
    }

    /** Each code on its own; every slow_down multiplies the interval. */
    static Throttle multiplyingPerSlowDown(int factor) {
        return poll -> {
            DeviceGrant grant = poll.grant();
            long times = (long) Math.min(1e6, Math.pow(factor, grant.slowDowns()));
            Duration least = poll.interval().multipliedBy(times);
            boolean soon = grant.lastPoll()
                    .filter(last -> poll.soonerThan(least, last))
                    .isPresent();
            grant.lastPoll(poll.at());
            grant.slowDowns(grant.slowDowns() + (soon ? 1 : 0));
            return soon;
        };
    }

    /** Each code on its own; only a poll that was in time starts a new interval. */
    static Throttle restartedByAcceptedPolls() {
        return poll -> {
            DeviceGrant grant = poll.grant();
            boolean soon = grant.lastPoll()
                    .filter(last -> poll.soonerThan(poll.interval(), last))
                    .isPresent();
            if (!soon) {
                grant.lastPoll(poll.at());
            }
            return soon;
        };
    }

    /** The interval starts with the codes, so the first poll can be too soon as well. */
    static Throttle fromIssuance() {
        return poll -> {
            Instant last = poll.grant().lastPoll().orElse(poll.grant().issuedAt());
            poll.grant().lastPoll(poll.at());
            return poll.soonerThan(poll.interval(), last);
        };
    }

    /** Nothing is too soon. */
    static Throttle none() {
        return poll -> false;
    }

    /** All codes of a client share one interval. */
    static Throttle perClient() {
        Map<String, Instant> lastPolls = new ConcurrentHashMap<>();
        return poll -> {
            Instant last = lastPolls.put(poll.client().id(), poll.at());
            return last != null && poll.soonerThan(poll.interval(), last);
        };
    }

    /** Once a code has been polled too fast, every later poll is too fast. */
    static Throttle latched() {
        Throttle perCode = perCode();
        return poll -> poll.grant().slowDowns() > 0 || perCode.tooSoon(poll);
    }

    /** Time is cut to whole seconds and the distance must exceed the interval. */
    static Throttle wholeSeconds() {
        return poll -> {
            boolean soon = poll.grant()
                    .lastPoll()
                    .filter(last -> poll.at().getEpochSecond() - last.getEpochSecond()
                            <= poll.interval().toSeconds())
                    .isPresent();
            poll.grant().lastPoll(poll.at());
            return soon;
        };
    }

    /** The comparison is the wrong way round. */
    static Throttle inverted() {
        return poll -> {
            boolean slow = poll.grant()
                    .lastPoll()
                    .filter(last -> !poll.soonerThan(poll.interval(), last))
                    .isPresent();
            poll.grant().lastPoll(poll.at());
            return slow;
        };
    }
}
