package org.devicegrant.conformance.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.devicegrant.conformance.embedded.http.ServerClock;
import org.devicegrant.conformance.flow.Clock;

/**
 * A clock that leaps over every wait, and takes the server's clock along: minutes pass at once, and a busy machine only
 * adds what it really takes. Only the thread that made it leaps; others wait.
 */
final class LeapingClock implements Clock {
    private final Clock real = Clock.system();
    private final AtomicLong ahead = new AtomicLong();
    private final Thread owner = Thread.currentThread();
    private final ServerClock server;
    private final Random lateness = new Random(8628);
    private final Duration latest;

    /** @param latest how late a wait may end, at most */
    LeapingClock(ServerClock server, Duration latest) {
        this.server = server;
        this.latest = latest;
    }

    /** Something takes its time. */
    void stall() {
        leap((long) (lateness.nextDouble() * latest.toNanos()));
    }

    private void leap(long nanos) {
        ahead.addAndGet(nanos);
        server.skip(Duration.ofNanos(nanos));
    }

    @Override
    public long nanos() {
        return real.nanos() + ahead.get();
    }

    @Override
    public void sleepUntil(long instant) {
        if (Thread.currentThread() != owner) {
            // Whoever else waits must not take everybody's time along.
            real.sleepUntil(real.nanos() + Math.max(0, instant - nanos()));
            return;
        }
        leap(Math.max(0, instant - nanos()));
        stall();
    }

    @Override
    public Instant wallTime() {
        return real.wallTime();
    }
}
