package org.devicegrant.conformance.embedded.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** Counts failures by name over a sliding window. Safe for use by several threads. */
public final class Failures {
    private static final int KEPT = 1_000;
    private static final int SWEEP_AT = 10_000;

    private final Map<String, Deque<Instant>> byName = new ConcurrentHashMap<>();
    private final Duration window;
    private final ServerClock clock;

    /** Over the last {@code window}. */
    public Failures(Duration window, ServerClock clock) {
        this.window = window;
        this.clock = clock;
    }

    /** Counts one more failure; how many there were within the window, this one included. */
    public int count(String name) {
        sweep();
        Instant now = clock.now();
        return byName.compute(name, (unused, known) -> {
                    Deque<Instant> times = known == null ? new ArrayDeque<>() : new ArrayDeque<>(known);
                    forget(times, now);
                    if (times.size() == KEPT) {
                        times.removeFirst();
                    }
                    times.addLast(now);
                    return times;
                })
                .size();
    }

    /** How many failures there were within the window. */
    public int recent(String name) {
        Deque<Instant> times = new ArrayDeque<>(byName.getOrDefault(name, new ArrayDeque<>()));
        forget(times, clock.now());
        return times.size();
    }

    /** Whether the last failure is less than {@code pause} ago. */
    public boolean within(String name, Duration pause) {
        Instant last = byName.getOrDefault(name, new ArrayDeque<>()).peekLast();
        return last != null && last.plus(pause).isAfter(clock.now());
    }

    private void forget(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && times.getFirst().plus(window).isBefore(now)) {
            times.removeFirst();
        }
    }

    private void sweep() {
        if (byName.size() > SWEEP_AT) {
            Instant now = clock.now();
            byName.values().removeIf(times -> times.getLast().plus(window).isBefore(now));
        }
    }
}
