package org.devicegrant.conformance.user;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
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
    private static final long SMALL = 6L << 30;
    private static final int FIRST_USER_SEATS = 2;
    private static final int SEATS_OF_THEIR_OWN = seatsOfTheirOwn();
    /** Kept free for those whose moment has come. */
    private static final int RESERVED = 2;

    /** How many profiles may be open at once. */
    public static final int PROFILES = FIRST_USER_SEATS + 1 + SEATS_OF_THEIR_OWN;

    /** A browser takes some 200 MB; a small machine is better served by a longer queue. */
    private static int seatsOfTheirOwn() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        boolean small =
                system instanceof com.sun.management.OperatingSystemMXBean known && known.getTotalMemorySize() < SMALL;
        return small ? 4 : 8;
    }

    private record Claim(Turn turn, long number) {}

    private final Supplier<Browsers> launcher;
    private final Clock clock;
    private final List<Seat> first = seats(FIRST_USER_SEATS);
    private final Seat second = new Seat(this);
    private final List<Seat> apart = seats(SEATS_OF_THEIR_OWN);
    private final List<Seat> apartFree = new ArrayList<>(apart);
    private final PriorityQueue<Claim> claims =
            new PriorityQueue<>(Comparator.comparing(Claim::turn, Turn::order).thenComparing(Claim::number));
    private long claimed;
    private int timedToCome;
    private @Nullable Browsers browsers;
    private @Nullable BrowserFailure failure;
    private int turn;
    private boolean closed;

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
     * @param turn who goes first where several wait
     */
    synchronized Seat takeApart(Turn turn) {
        Claim claim = new Claim(turn, claimed++);
        claims.add(claim);
        try {
            while (!claim.equals(claims.peek()) || !hasApartFor(turn)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserFailure("the run was stopped while a check waited for a browser");
        } finally {
            claims.remove(claim);
            notifyAll();
        }
        Seat seat = apartFree.remove(0);
        seat.own();
        return seat;
    }

    /** Whether one of the seats is free for this one. */
    synchronized boolean hasApartFor(Turn turn) {
        return apartFree.size() > keptFrom(turn);
    }

    /** How many wait for a seat of their own. */
    synchronized int waiting() {
        return claims.size();
    }

    /** How many free seats are not for this one: a code that waits in a queue may die there. */
    private int keptFrom(Turn turn) {
        return turn.timed() ? 0 : Math.min(RESERVED, timedToCome);
    }

    /** Tells that so many checks are to come, or are under way, whose moments are chosen. */
    public synchronized void expectTimed(int checks) {
        timedToCome += checks;
    }

    /** Tells that one of the checks that were expected has ended: where none is left, nothing is kept for them. */
    public synchronized void timedEnded() {
        timedToCome--;
        notifyAll();
    }

    synchronized void giveBack(Seat seat) {
        seat.disown();
        apartFree.add(0, seat);
        notifyAll();
    }

    /** Whether the calling thread holds a profile, so that others may be waiting for it. */
    public boolean isMine() {
        return second.mine()
                || first.stream().anyMatch(Seat::mine)
                || apart.stream().anyMatch(Seat::mine);
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
        if (closed) {
            throw new BrowserFailure("the browsers are closed");
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

    /**
     * Starts browsers while nobody needs them yet: each takes a second. What goes wrong is told to those who need them.
     *
     * @param profiles how many will be needed at least; no more than {@link #PROFILES} are started
     */
    public void prepare(int profiles) {
        if (profiles > 0) {
            Thread starting = new Thread(
                    () -> {
                        try {
                            browsers().prepare(Math.min(profiles, PROFILES));
                        } catch (BrowserFailure told) {
                            // Whoever needs a browser meets the same failure and says so.
                            return;
                        }
                    },
                    "browsers-begin");
            starting.setDaemon(true);
            starting.start();
        }
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
            closed = true;
            if (browsers != null) {
                browsers.close();
            }
        }
    }
}
