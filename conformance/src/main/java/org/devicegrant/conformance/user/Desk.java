package org.devicegrant.conformance.user;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.Browsers;
import org.devicegrant.browser.Profile;
import org.jspecify.annotations.Nullable;

/**
 * The browser profiles of a run: two that keep the first user's session, one for the second user, and one that is
 * emptied before each use. Started when first needed. Safe for use by many threads.
 */
public final class Desk implements AutoCloseable {
    /** Profiles that keep the first user's session. */
    static final int FIRST_USER_SEATS = 2;

    private final Supplier<Browsers> launcher;
    private final List<Seat> first = new ArrayList<>();
    private final Seat second = new Seat(this);
    private final Seat clean = new Seat(this);
    private @Nullable Browsers browsers;
    private @Nullable BrowserFailure failure;
    private int turn;

    /** @param launcher starts the browsers; called at most once */
    public Desk(Supplier<Browsers> launcher) {
        this.launcher = launcher;
        for (int i = 0; i < FIRST_USER_SEATS; i++) {
            first.add(new Seat(this));
        }
    }

    /** The next of the first user's seats. */
    synchronized Seat first() {
        Seat seat = first.get(turn++ % first.size());
        return seat.busy() ? first.get(turn++ % first.size()) : seat;
    }

    Seat second() {
        return second;
    }

    Seat clean() {
        return clean;
    }

    synchronized Profile profile() {
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
    public synchronized void close() {
        first.forEach(Seat::close);
        second.close();
        clean.close();
        if (browsers != null) {
            browsers.close();
        }
    }
}
