package org.devicegrant.conformance.login;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.devicegrant.conformance.embedded.http.ServerClock;
import org.devicegrant.conformance.flow.Clock;

/**
 * A clock that leaps over every wait, and takes the server's clock along: minutes pass at once, and a busy machine only
 * adds what it really takes. For one thread at a time.
 */
final class LeapingClock implements Clock {
    private final Clock real = Clock.system();
    private final AtomicLong ahead = new AtomicLong();
    private final ServerClock server;

    LeapingClock(ServerClock server) {
        this.server = server;
    }

    @Override
    public long nanos() {
        return real.nanos() + ahead.get();
    }

    @Override
    public void sleepUntil(long instant) {
        long leap = Math.max(0, instant - nanos());
        ahead.addAndGet(leap);
        server.skip(Duration.ofNanos(leap));
    }

    @Override
    public Instant wallTime() {
        return real.wallTime();
    }
}
