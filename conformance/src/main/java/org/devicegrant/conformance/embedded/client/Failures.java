package org.devicegrant.conformance.embedded.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** Counts failures by name over the last minute. Safe for use by several threads. */
public final class Failures {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int KEPT = 1_000;

    private final Map<String, Deque<Instant>> byName = new ConcurrentHashMap<>();
    private final ServerClock clock;

    public Failures(ServerClock clock) {
        this.clock = clock;
    }

    /** Counts one more failure; how many there were within the last minute, this one included. */
    public int count(String name) {
        Deque<Instant> times = byName.computeIfAbsent(name, unused -> new ArrayDeque<>());
        synchronized (times) {
            Instant now = clock.now();
            forget(times, now);
            if (times.size() < KEPT) {
                times.addLast(now);
            }
            return times.size();
        }
    }

    /** How many failures there were within the last minute. */
    public int recent(String name) {
        Deque<Instant> times = byName.get(name);
        if (times == null) {
            return 0;
        }
        synchronized (times) {
            forget(times, clock.now());
            return times.size();
        }
    }

    private static void forget(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && times.getFirst().plus(WINDOW).isBefore(now)) {
            times.removeFirst();
        }
    }
}
