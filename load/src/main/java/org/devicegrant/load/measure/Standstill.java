package org.devicegrant.load.measure;

import java.util.concurrent.TimeUnit;

/**
 * How long this process got no time at all. Whoever means to look once a second and finds that more than a second has
 * passed was stopped, and so was everything else here: the devices, and maybe the server. Not thread-safe.
 */
public final class Standstill {
    private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);

    private final long from;
    private final long to;
    private long last;
    private long longest;

    /**
     * Looks from now on.
     *
     * @param from what was before does not matter, a reading of the clock
     * @param to nor what comes after
     * @param now when the next look is a second away
     */
    public Standstill(long from, long to, long now) {
        this.from = from;
        this.to = to;
        this.last = now;
    }

    /** Looks. */
    public void look(long now) {
        long begun = last + BETWEEN_LOOKS;
        long counted = (now - to < 0 ? now : to) - (begun - from > 0 ? begun : from);
        longest = Math.max(longest, counted);
        last = now;
    }

    /** The longest one. */
    public long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longest);
    }
}
