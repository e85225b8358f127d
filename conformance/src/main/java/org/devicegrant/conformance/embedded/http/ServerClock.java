package org.devicegrant.conformance.embedded.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The embedded server's only source of time. It never runs backwards, and it may run faster than the world outside, so
 * that lifetimes and intervals of minutes pass in seconds; whoever watches such a server has to scale his own clock too.
 */
public final class ServerClock {
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private final double pace;
    private final AtomicLong skipped = new AtomicLong();

    private ServerClock(double pace) {
        this.pace = pace;
    }

    /** Real time. */
    public static ServerClock real() {
        return new ServerClock(1);
    }

    /** Server time that runs {@code pace} times as fast as real time. */
    public static ServerClock faster(double pace) {
        if (!(pace > 0)) {
            throw new IllegalArgumentException("The pace of the server's clock must be above 0");
        }
        return new ServerClock(pace);
    }

    /** Server time: for lifetimes and intervals. */
    public Instant now() {
        return start.plusNanos((long) ((System.nanoTime() - startNanos) * pace) + skipped.get());
    }

    /** Moves server time ahead at once. */
    public void skip(Duration ahead) {
        skipped.addAndGet(ahead.toNanos());
    }

    /** Real time: for time stamps that others compare with their own clock, as in a JWT. */
    public Instant wall() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }

    /** Holds the calling thread for a real duration: the gap in which a careless server lets others in. */
    public static void hold(Duration gap) {
        long end = System.nanoTime() + gap.toNanos();
        for (long left = gap.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
