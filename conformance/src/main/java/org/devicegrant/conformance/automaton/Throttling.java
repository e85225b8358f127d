package org.devicegrant.conformance.automaton;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** Whom the throttle counts, from when, how exactly, and what a slow_down costs. */
final class Throttling {
    private static final String NEVER_PENDING = "no poll was ever answered authorization_pending";
    private static final String NO_RULE = "the answers follow no rule that is known here: ";

    private final PollLog log;
    private final Findings findings;
    private final long interval;
    private final Window any;
    private final Window accepted;
    private final Bounds neighbours;
    private final FirstPolls first;

    Throttling(PollLog log, Findings findings) {
        this.log = log;
        this.findings = findings;
        this.interval = log.interval().toNanos();
        this.any = Window.of(log, Window.Start.ANY_POLL);
        this.accepted = Window.of(log, Window.Start.ACCEPTED_POLL);
        this.neighbours = Neighbours.distance(log);
        this.first = FirstPolls.of(log);
    }

    void infer() {
        if (count(ErrorCodes.AUTHORIZATION_PENDING) == 0) {
            findings.unknown(Findings.THROTTLE, NEVER_PENDING);
            withoutThrottle(NEVER_PENDING);
        } else if (count(ErrorCodes.SLOW_DOWN) == 0) {
            neverSlowed();
        } else if (perClient()) {
            findings.says(Findings.THROTTLE, "per client: a poll of one code slows the client's other codes down");
            withoutThrottle("all codes of the client share one throttle, and other codes were polled meanwhile");
        } else if (surviving().isEmpty() || first.contradictory()) {
            String why = NO_RULE + contradiction();
            findings.unknown(Findings.THROTTLE, why);
            withoutThrottle(why);
        } else {
            perCode();
        }
    }

    private long count(String error) {
        return log.codes().stream()
                .flatMap(code -> code.polls().stream())
                .filter(poll -> poll.isError(error))
                .count();
    }

    private void withoutThrottle(String why) {
        for (String name : List.of(
                Findings.TOLERANCE, Findings.WINDOW_START, Findings.PENALTY, Findings.PENALTY_STEP, Findings.LATCHES)) {
            findings.unknown(name, why);
        }
    }

    /** Some distance was accepted, and no answer speaks of an interval. */
    private void neverSlowed() {
        Bounds distance = any.undisturbed();
        if (!distance.hasUpper() || distance.atMost() > interval / 2) {
            String why = "no poll came early enough to be told to slow down";
            findings.unknown(Findings.THROTTLE, why);
            withoutThrottle(why);
            return;
        }
        findings.says(
                Findings.THROTTLE,
                "none seen: a poll " + Bounds.seconds(distance.atMost()) + " after the previous one was answered"
                        + " authorization_pending");
        findings.says(Findings.PENALTY, "none: no poll was ever told to slow down");
        findings.measured(Findings.TOLERANCE, new Bounds(interval - distance.atMost(), interval));
        for (String name : List.of(Findings.WINDOW_START, Findings.PENALTY_STEP, Findings.LATCHES)) {
            findings.unknown(name, "no poll was ever told to slow down");
        }
    }

    /** One interval for all codes explains everything, and one for each code does not. */
    private boolean perClient() {
        boolean eachCodeRefuted = surviving().isEmpty() || first.contradictory() || firstAfterALongTime();
        return eachCodeRefuted && neighbours.closed();
    }

    /** A first poll was too soon although more time had passed than between two polls that were not. */
    private boolean firstAfterALongTime() {
        Bounds distance = any.undisturbed();
        return first.tooSoon().hasLower()
                && distance.hasUpper()
                && first.tooSoon().above() >= distance.atMost();
    }

    private void perCode() {
        if (neighbours.contradictory()) {
            findings.says(Findings.THROTTLE, "per code: polls of other codes do not count");
        } else {
            findings.unknown(Findings.THROTTLE, "no two codes were polled so that it would have made a difference");
        }
        tolerance();
        windowStart();
        new Penalty(surviving(), findings).infer();
    }

    private void tolerance() {
        Bounds distance = any.undisturbed();
        if (distance.closed()) {
            findings.measured(
                    Findings.TOLERANCE, new Bounds(interval - distance.atMost(), interval - distance.above()));
        } else {
            findings.unknown(
                    Findings.TOLERANCE,
                    "no second poll of a code was " + (distance.hasLower() ? "accepted" : "told to slow down"));
        }
    }

    private List<Window> surviving() {
        List<Window> surviving = new ArrayList<>();
        if (!any.refuted()) {
            surviving.add(any);
        }
        if (!accepted.refuted()) {
            surviving.add(accepted);
        }
        return surviving;
    }

    private void windowStart() {
        String issuance = first.countFromIssuance() ? "; issuance of the codes counts as a poll" : "";
        if (any.refuted()) {
            findings.says(
                    Findings.WINDOW_START,
                    "the last accepted poll: one that came too early changes nothing" + issuance);
        } else if (accepted.refuted()) {
            findings.says(Findings.WINDOW_START, "any poll, also one that came too early" + issuance);
        } else {
            findings.unknown(
                    Findings.WINDOW_START,
                    "no poll fell into the time that would tell an accepted poll from any poll" + issuance);
        }
    }

    private String contradiction() {
        Bounds distance = any.undisturbed();
        if (first.contradictory()) {
            return "some first polls were told to slow down, and others that came earlier were not";
        }
        return distance.contradictory()
                ? "a poll " + Bounds.seconds(distance.above())
                        + " after the previous one was told to slow down, and one " + Bounds.seconds(distance.atMost())
                        + " after it was not"
                : "after a slow_down, polls that came later were told to slow down and earlier ones were not";
    }

    /** Whether {@code poll} came so fast that a throttle would have spoken. */
    boolean tooFast(Answer before, Answer poll) {
        Bounds distance = any.undisturbed();
        return distance.hasLower() && poll.received() - before.sent() <= distance.above();
    }
}
