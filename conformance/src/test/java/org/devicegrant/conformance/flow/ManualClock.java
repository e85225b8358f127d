package org.devicegrant.conformance.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that only passes when somebody waits, and the instants that were waited for. */
final class ManualClock implements Clock {
    private final List<Long> waits = new ArrayList<>();
    private long nanos;
    private Instant wall = Instant.parse("2026-11-21T20:00:00Z");

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleepUntil(long instant) {
        waits.add(instant);
        pass(Duration.ofNanos(Math.max(0, instant - nanos)));
    }

    @Override
    public synchronized Instant wallTime() {
        return wall;
    }

    /** Lets time pass. */
    synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
        wall = wall.plus(duration);
    }

    /** Sets the wall clock, as somebody does to a machine. */
    synchronized void setWall(Instant time) {
        wall = time;
    }

    /** Every instant that was waited for, in milliseconds. */
    synchronized List<Long> waitsInMillis() {
        return waits.stream().map(instant -> instant / 1_000_000).toList();
    }
}
