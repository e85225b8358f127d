package org.devicegrant.conformance.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.devicegrant.conformance.flow.Clock;

/**
 * A machine that stands still every now and then: whoever looks at this clock or waits by it is held up for seconds,
 * sometimes just before and sometimes just after the look.
 */
final class StallingClock implements Clock {
    private static final Duration STALL = Duration.ofSeconds(3);

    /** Enough for every kind of moment to be hit; more would only make the test longer. */
    private static final int MOST_STALLS = 40;

    private final Clock real = Clock.system();
    private final Random random;
    private final int oneIn;
    private final AtomicInteger stalls = new AtomicInteger();

    StallingClock(long seed, int oneIn) {
        this.random = new Random(seed);
        this.oneIn = oneIn;
    }

    /** How often somebody was held up. */
    int stalls() {
        return stalls.get();
    }

    @Override
    public long nanos() {
        perhapsStall();
        long nanos = real.nanos();
        perhapsStall();
        return nanos;
    }

    @Override
    public void sleepUntil(long instant) {
        real.sleepUntil(instant);
        perhapsStall();
    }

    @Override
    public Instant wallTime() {
        return real.wallTime();
    }

    private void perhapsStall() {
        if (random.nextInt(oneIn) == 0 && stalls.get() < MOST_STALLS) {
            stalls.incrementAndGet();
            real.sleep(STALL);
        }
    }
}
