package org.devicegrant.conformance.flow;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Waits that a run can afford, and what it is waiting for.
 *
 * <p>Whoever waits longer than {@code --max-wait} would keep a CI job for something it did not ask for; that check says
 * so instead.
 */
public final class Waiting {
    private final Clock clock;
    private final Duration longest;
    private final Map<Thread, Wait> current = new ConcurrentHashMap<>();

    /** What a check waits for, and until when (monotonic nanoseconds). */
    public record Wait(String what, long until) {}

    /** @param longest {@code --max-wait} */
    public Waiting(Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    /**
     * Waits until an instant.
     *
     * @throws Inconclusive at once if that is longer than the user allows
     */
    public void until(long instant, String what) {
        afford(instant, what);
        current.put(Thread.currentThread(), new Wait(what, instant));
        try {
            clock.sleepUntil(instant);
        } finally {
            current.remove(Thread.currentThread());
        }
    }

    /**
     * Makes sure that so long a wait can be afforded, before it begins in small steps.
     *
     * @throws Inconclusive at once if it is longer than the user allows
     */
    public void afford(long instant, String what) {
        Duration wait = Duration.ofNanos(instant - clock.nanos());
        if (wait.compareTo(longest) > 0) {
            throw new Inconclusive(
                    "waiting for " + what + " would take " + wait.toSeconds() + " s, more than --max-wait allows ("
                            + longest.toSeconds() + " s)",
                    "configure a shorter lifetime for a test client on the same code path, or raise --max-wait");
        }
    }

    /** Waits for a duration. */
    public void pause(Duration duration, String what) {
        until(clock.nanos() + duration.toNanos(), what);
    }

    /** Everything that is being waited for now. */
    public Iterable<Wait> current() {
        return current.values();
    }
}
