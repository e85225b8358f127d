package org.devicegrant.conformance.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Notices when the whole machine stands still: a stopped process, a suspended laptop, a virtual machine that is moved.
 * Monotonic clocks may stand still with it while the server's lifetimes go on, so wall-clock time is watched too.
 */
public final class Standstills implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration NOTEWORTHY = Duration.ofSeconds(1);

    private record Standstill(long ended, Duration length) {}

    private final Clock clock;
    private final Queue<Standstill> seen = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** Watches until it is closed. */
    public Standstills(Clock clock) {
        this.clock = clock;
        Thread watch = new Thread(this::watch, "standstills");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        while (!closed) {
            long nanos = clock.nanos();
            Instant wall = clock.wallTime();
            clock.sleep(BEAT);
            Duration monotonic = Duration.ofNanos(clock.nanos() - nanos);
            Duration real = Duration.between(wall, clock.wallTime());
            Duration length = (monotonic.compareTo(real) > 0 ? monotonic : real).minus(BEAT);
            if (length.compareTo(NOTEWORTHY) > 0) {
                seen.add(new Standstill(clock.nanos(), length));
            }
        }
    }

    /** The longest one that ended after an instant, monotonic nanoseconds; zero if there was none. */
    public Duration longestSince(long instant) {
        return seen.stream()
                .filter(standstill -> standstill.ended() >= instant)
                .map(Standstill::length)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        closed = true;
    }
}
