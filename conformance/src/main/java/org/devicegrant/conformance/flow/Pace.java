package org.devicegrant.conformance.flow;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Keeps request starts polite: so many per second over the whole run, the urgent ones first. A staging server shared by
 * a team should not notice that it is being checked.
 */
public final class Pace {
    private record Ticket(Urgency urgency, long turn) {}

    private final PriorityQueue<Ticket> queue =
            new PriorityQueue<>(Comparator.comparing(Ticket::urgency).thenComparing(Ticket::turn));
    private final AtomicLong turns = new AtomicLong();
    private final long gapNanos;
    private final Clock clock;
    private final BooleanSupplier seated;
    private long nextStart;
    private long starts;

    /**
     * @param startsPerSecond most request starts in a second, above zero
     */
    public Pace(double startsPerSecond, Clock clock) {
        this(startsPerSecond, clock, () -> false);
    }

    /**
     * @param startsPerSecond most request starts in a second, above zero
     * @param seated whether the calling thread holds a browser for which others wait: it goes ahead of them
     */
    public Pace(double startsPerSecond, Clock clock, BooleanSupplier seated) {
        this.gapNanos = (long) (1_000_000_000L / startsPerSecond);
        this.clock = clock;
        this.seated = seated;
        this.nextStart = clock.nanos();
    }

    /**
     * Blocks until a request may start.
     *
     * @return the how-manieth start of the run this is, from 1
     */
    @CanIgnoreReturnValue
    public long take(Urgency urgency) {
        Ticket ticket = new Ticket(atLeastSeated(urgency), turns.incrementAndGet());
        synchronized (this) {
            queue.add(ticket);
            try {
                for (long wait = waitFor(ticket); wait > 0; wait = waitFor(ticket)) {
                    wait(wait / 1_000_000, (int) (wait % 1_000_000));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Inconclusive("the run was stopped while this check waited", "let the run finish");
            } finally {
                queue.remove(ticket);
                notifyAll();
            }
            nextStart = Math.max(nextStart, clock.nanos()) + gapNanos;
            return ++starts;
        }
    }

    private Urgency atLeastSeated(Urgency urgency) {
        return urgency.compareTo(Urgency.SEATED) > 0 && seated.getAsBoolean() ? Urgency.SEATED : urgency;
    }

    /** The least time in which all requests up to now could have been started. */
    public synchronized Duration leastTime() {
        return Duration.ofNanos(starts * gapNanos);
    }

    /** How many wait for their turn. */
    synchronized int waiting() {
        return queue.size();
    }

    private long waitFor(Ticket ticket) {
        long free = nextStart - clock.nanos();
        return ticket.equals(queue.peek()) ? free : Math.max(free, gapNanos);
    }
}
