package org.devicegrant.conformance.flow;

import java.time.Duration;
import java.time.Instant;
import org.devicegrant.conformance.exchange.Ticker;

/**
 * Monotonic time, and the only place that sleeps. A wait never ends early; on a busy machine it may end late, which
 * checks must survive.
 */
public interface Clock extends Ticker {
    /** Sleeps until {@link #nanos()} has reached {@code instant}. */
    void sleepUntil(long instant);

    /** Wall-clock time; for claims in tokens and for people, never for a verdict. */
    Instant wallTime();

    /** Sleeps for {@code duration}. */
    default void sleep(Duration duration) {
        sleepUntil(nanos() + duration.toNanos());
    }

    /** The machine's own clock. */
    static Clock system() {
        return new SystemClock();
    }
}
