package org.devicegrant.browser.walk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A limited time to wait in. The only place of the module where time passes. */
public final class Waiting {
    private static final Duration BEAT = Duration.ofMillis(20);

    private final long start = System.nanoTime();
    private final long limit;

    private Waiting(Duration limit) {
        this.limit = limit.toNanos();
    }

    public static Waiting upTo(Duration limit) {
        return new Waiting(limit);
    }

    /** A part of this time, never longer than what is left. */
    public Waiting atMost(Duration part) {
        return upTo(part.compareTo(left()) < 0 ? part : left());
    }

    public Duration passed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public Duration left() {
        return Duration.ofNanos(Math.max(0, limit - (System.nanoTime() - start)));
    }

    public boolean isOver() {
        return left().isZero();
    }

    /** Lets a moment pass; an interrupted thread finds its time over. */
    public void pause() {
        LockSupport.parkNanos(Math.min(BEAT.toNanos(), Math.max(1, left().toNanos())));
        if (Thread.currentThread().isInterrupted()) {
            throw new org.devicegrant.browser.BrowserFailure("interrupted while waiting for a page");
        }
    }
}
