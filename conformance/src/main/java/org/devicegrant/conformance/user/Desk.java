package org.devicegrant.conformance.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.Browsers;
import org.devicegrant.browser.Profile;
import org.devicegrant.conformance.flow.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The browser profiles of a run: two that keep the first user's session, one that keeps the second user's, and a few that
 * are emptied before each use and belong to one check at a time. Each is started when first needed. Safe for use by many
 * threads.
 */
public final class Desk implements AutoCloseable {
    private static final int FIRST_USER_SEATS = 2;
    private static final int SEATS_OF_THEIR_OWN = 5;
    /** Kept free for those whose moment has come: a code that waits in a queue may die there. */
    private static final int RESERVED = 2;

    /** How many profiles may be open at once. */
    public static final int PROFILES = FIRST_USER_SEATS + 1 + SEATS_OF_THEIR_OWN;

    private final Supplier<Browsers> launcher;
    private final Clock clock;
    private final List<Seat> first = seats(FIRST_USER_SEATS);
    private final Seat second = new Seat(this);
    private final List<Seat> apart = seats(SEATS_OF_THEIR_OWN);
    private final Semaphore apartLeft = new Semaphore(SEATS_OF_THEIR_OWN - RESERVED, true);
    private final Semaphore reserved = new Semaphore(RESERVED, true);
    private final List<Seat> apartFree = new ArrayList<>(apart);
    private final Set<Seat> apartReserved = new HashSet<>();
    private @Nullable Browsers browsers;
    private @Nullable BrowserFailure failure;
    private int turn;

    /**
     * @param launcher starts the browsers; called at most once
     * @param clock measures how long they are in use
     */
    public Desk(Supplier<Browsers> launcher, Clock clock) {
        this.launcher = launcher;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    private List<Seat> seats(int count) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seats.add(new Seat(this));
        }
        return seats;
    }

    /** One of the first user's seats: the caller's own if it has one, a free one if there is one. */
    synchronized Seat first() {
        for (Seat seat : first) {
            if (seat.mine()) {
                return seat;
            }
        }
        for (Seat seat : first) {
            if (!seat.busy()) {
                return seat;
            }
        }
        return first.get(turn++ % first.size());
    }

    Seat second() {
        return second;
    }

    /**
     * A seat for one check alone; waits for one. Seats that have run before come first: starting costs seconds.
     *
     * @param timed whether the caller's moment was chosen, so that it may use the seat that is kept for such
     */
    Seat takeApart(boolean timed) {
        boolean fromReserve = false;
        try {
            if (!timed || !apartLeft.tryAcquire()) {
                fromReserve = timed;
                (timed ? reserved : apartLeft).acquire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserFailure("the run was stopped while a check waited for a browser");
        }
        synchronized (this) {
            Seat seat = apartFree.remove(0);
            if (fromReserve) {
                apartReserved.add(seat);
            }
            return seat;
        }
    }

    void giveBack(Seat seat) {
        boolean toReserve;
        synchronized (this) {
            apartFree.add(0, seat);
            toReserve = apartReserved.remove(seat);
        }
        (toReserve ? reserved : apartLeft).release();
    }

    /** How long browsers were in use, if all profiles had shared the work evenly. */
    public Duration share() {
        long nanos = second.used()
                + Stream.concat(first.stream(), apart.stream())
                        .mapToLong(Seat::used)
                        .sum();
        return Duration.ofNanos(nanos / PROFILES);
    }

    Profile profile() {
        return browsers().profile();
    }

    /**
     * The browsers, started now if need be.
     *
     * @throws BrowserFailure if none can be started
     */
    public synchronized Browsers browsers() {
        if (failure != null) {
            throw failure;
        }
        if (browsers == null) {
            try {
                browsers = launcher.get();
            } catch (BrowserFailure e) {
                failure = e;
                throw e;
            }
        }
        return browsers;
    }

    /** What the browsers are, or that none was needed or could be started. */
    public synchronized String description() {
        if (failure != null) {
            return "none: " + failure.getMessage();
        }
        return browsers == null ? "none was needed" : browsers.description();
    }

    @Override
    public void close() {
        first.forEach(Seat::close);
        second.close();
        apart.forEach(Seat::close);
        synchronized (this) {
            if (browsers != null) {
                browsers.close();
            }
        }
    }
}
