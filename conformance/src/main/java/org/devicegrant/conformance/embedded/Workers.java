package org.devicegrant.conformance.embedded;

import java.time.Duration;
import java.util.PriorityQueue;

/**
 * A fixed number of workers, each busy for a fixed time with one request: a server whose limit is known. The queue is
 * reckoned rather than played: a worker who is late on a busy machine makes an answer late, and the limit stays.
 */
final class Workers {
    private final long service;
    /** When each worker is free again, as readings of {@link System#nanoTime} minus the origin. */
    private final PriorityQueue<Long> free = new PriorityQueue<>();

    private final long origin = System.nanoTime();

    Workers(int count, Duration service) {
        this.service = service.toNanos();
        for (int worker = 0; worker < count; worker++) {
            free.add(0L);
        }
    }

    /** How long from now until a request that has just come is done. */
    Duration take() {
        long now = System.nanoTime() - origin;
        synchronized (free) {
            long done = Math.max(now, free.remove()) + service;
            free.add(done);
            return Duration.ofNanos(done - now);
        }
    }
}
