package org.devicegrant.conformance.flow;

import java.time.Instant;

/** The machine's clock. */
final class SystemClock implements Clock {
    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant wallTime() {
        return Instant.now();
    }

    @Override
    public void sleepUntil(long instant) {
        try {
            for (long left = instant - nanos(); left > 0; left = instant - nanos()) {
                // Rounded up: a sleep of zero milliseconds would spin, one cut short would poll too early.
                Thread.sleep(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Inconclusive("the run was stopped while this check waited", "let the run finish");
        }
    }
}
