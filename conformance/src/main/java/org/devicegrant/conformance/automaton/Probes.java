package org.devicegrant.conformance.automaton;

import java.time.Duration;
import java.util.Optional;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.protocol.ErrorCodes;

/**
 * The few polls that are made only to learn how the server throttles: a search for the shortest distance that it accepts,
 * and what comes after a slow_down. One after the other, each question on a code of its own. What they show is read from
 * the exchanges, together with everybody else's.
 */
public final class Probes {
    private static final int HALVINGS = 5;
    private static final int MANY = 3;
    private static final Duration STEP = Device.SLOW_DOWN_STEP;
    private static final Duration MARGIN = Duration.ofMillis(20);

    private final Devices devices;
    private Duration tooShort = Duration.ZERO;
    private Duration enough;
    private boolean fromIssuance;

    private Probes(Devices devices, Duration interval) {
        this.devices = devices;
        this.enough = interval.plus(MARGIN);
    }

    /** Makes them. A server that issues no codes, or none that live long enough, is asked less. */
    public static void make(Devices devices) {
        try {
            new Probes(devices, devices.start().interval()).make();
        } catch (Inconclusive | NotApplicable | Unanswered enough) {
            // What was seen until then counts.
        }
    }

    private void make() {
        fromIssuance = devices.start().pollOnce().isError(ErrorCodes.SLOW_DOWN);
        if (!searchShortest()) {
            return;
        }
        otherCodes();
        slowedAfter(1, enough);
        betweenTooSoonAndAccepted();
        if (slowedAfter(MANY, enough)) {
            penalty();
        }
    }

    /** Whether one slow_down costs what the RFC lets a device expect, and whether more of them cost more. */
    private void penalty() {
        slowedAfter(1, enough.plus(STEP.multipliedBy(9).dividedBy(10)));
        slowedAfter(1, enough.plus(STEP));
        if (slowedAfter(MANY, enough.plus(STEP))
                && slowedAfter(MANY, enough.plus(STEP.multipliedBy(3).dividedBy(2)))) {
            slowedAfter(MANY, enough.plus(STEP.multipliedBy(MANY)));
        }
    }

    /** @return whether any distance is too short */
    private boolean searchShortest() {
        Duration interval = enough;
        boolean throttled = slowedAfter(Duration.ZERO);
        boolean alsoLater = slowedAfter(interval);
        if (!throttled || alsoLater) {
            return throttled;
        }
        for (int i = 0; i < HALVINGS; i++) {
            Duration middle = tooShort.plus(enough).dividedBy(2);
            if (slowedAfter(middle)) {
                tooShort = middle;
            } else {
                enough = middle;
            }
        }
        enough = enough.plus(MARGIN);
        return true;
    }

    private boolean slowedAfter(Duration distance) {
        Device device = begun();
        return slowed(at(device, distance));
    }

    private static boolean slowed(Optional<Answer> poll) {
        return poll.map(answer -> answer.isError(ErrorCodes.SLOW_DOWN)).orElse(false);
    }

    /** A code that has just been polled once, and was not told to slow down if that can be had. */
    private Device begun() {
        Device device = devices.start();
        if (fromIssuance) {
            device.pollOnceAfter(device.interval().plus(MARGIN));
        } else {
            device.pollOnce();
        }
        return device;
    }

    /** A poll so long after the previous answer; none if the code may be dead by then. */
    private static Optional<Answer> at(Device device, Duration distance) {
        return device.life().leftAtLeast().compareTo(distance.plusSeconds(2)) < 0
                ? Optional.empty()
                : Optional.of(device.pollOnceAfter(distance));
    }

    /** A first poll of a code that is old enough, right after a poll of another one. */
    private void otherCodes() {
        Device old = devices.start();
        Device other = devices.start();
        if (old.life().leftAtLeast().compareTo(enough.multipliedBy(2)) < 0) {
            return;
        }
        old.pause(enough.plus(MARGIN));
        other.pollOnce();
        old.pollOnce();
        old.pause(enough.plus(STEP));
        old.pollOnce();
    }

    /** Whether a poll at a distance from the last of so many slow_down answers is told to slow down as well. */
    private boolean slowedAfter(int count, Duration distance) {
        Device device = begun();
        for (int i = 0; i < 2 * count && device.slowDowns() < count; i++) {
            device.pollOnce();
        }
        return slowed(at(device, distance));
    }

    /**
     * A poll that is too soon after one that was too soon, but not after the one before: it tells which of the two
     * counts.
     */
    private void betweenTooSoonAndAccepted() {
        Device device = begun();
        long start = device.lastReceived();
        device.pollOnceAt(start + enough.toNanos() * 13 / 20);
        device.pollOnceAt(start + enough.toNanos() * 13 / 10);
    }
}
