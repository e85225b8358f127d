package org.devicegrant.conformance.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.devicegrant.conformance.flow.Clock;

/** A machine whose wall clock is set every now and then, by up to an hour in either direction. */
final class SteppingClock implements Clock {
    private static final int ONE_LOOK_IN = 50;
    private static final int LARGEST_STEP_SECONDS = 3_600;

    private final Clock real = Clock.system();
    private final Random random;
    private Duration off = Duration.ZERO;
    private boolean begun;
    private int steps;

    SteppingClock(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public long nanos() {
        return real.nanos();
    }

    @Override
    public void sleepUntil(long instant) {
        real.sleepUntil(instant);
    }

    /** From now on; a clock that is wrong from the start is another matter. */
    synchronized void begin() {
        begun = true;
    }

    /** How often it has been set. */
    synchronized int steps() {
        return steps;
    }

    @Override
    public synchronized Instant wallTime() {
        if (begun && random.nextInt(ONE_LOOK_IN) == 0) {
            steps++;
            off = Duration.ofSeconds(random.nextInt(2 * LARGEST_STEP_SECONDS) - LARGEST_STEP_SECONDS);
        }
        return real.wallTime().plus(off);
    }
}
