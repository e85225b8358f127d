package org.devicegrant.browser.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.BrowserOptions;
import org.devicegrant.browser.Browsers;
import org.devicegrant.browser.Profile;
import org.jspecify.annotations.Nullable;

/** Browsers that are started when first needed and kept, emptied, for the next one who asks. */
public final class PooledBrowsers implements Browsers {
    private final Engine engine;
    private final BrowserOptions options;
    private final Pictures pictures;
    private final Semaphore places;
    private final Deque<Seat> idle = new ArrayDeque<>();
    private final List<Seat> all = new ArrayList<>();
    private final Deque<Object> queue = new ArrayDeque<>();
    private final Thread lastResort = new Thread(this::stopAll, "browsers-end");
    private final String note;
    /** How many are being started for whoever asks next. */
    private int coming;

    private boolean closed;

    /**
     * Starts one browser at once, so that a browser that cannot start is known early.
     *
     * @param note what the description says besides, or empty
     */
    public PooledBrowsers(Engine engine, BrowserOptions options, String note) {
        this.engine = engine;
        this.options = options;
        this.note = note;
        this.pictures = new Pictures(options.screenshots(), options.retouch());
        this.places = new Semaphore(Math.max(1, options.profiles()), true);
        Seat first = first(engine);
        all.add(first);
        idle.push(first);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    private static Seat first(Engine engine) {
        try {
            return engine.start();
        } catch (BrowserFailure e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public String description() {
        return note.isEmpty() ? engine.description() : engine.description() + " (" + note + ")";
    }

    @Override
    public boolean runsScripts() {
        return engine.runsScripts();
    }

    @Override
    public Profile profile() {
        places.acquireUninterruptibly();
        try {
            Seat seat = seat();
            return new OpenProfile(seat, seat.anchor(), pictures, options.steps(), this::release);
        } catch (BrowserFailure e) {
            places.release();
            throw e;
        }
    }

    private Seat seat() {
        for (Seat seat = idle(); seat != null; seat = idle()) {
            if (seat.isAlive()) {
                return seat;
            }
            discard(seat);
        }
        Seat started = engine.start();
        synchronized (this) {
            if (closed) {
                started.close();
                throw new BrowserFailure("the browsers are closed");
            }
            all.add(started);
        }
        return started;
    }

    @Override
    public void prepare(int profiles) {
        if (expect(Math.min(profiles, options.profiles()))) {
            try {
                for (boolean more = true; more; ) {
                    more = arrived(engine.start());
                }
            } catch (BrowserFailure e) {
                expectNoMore();
                throw e;
            }
        }
    }

    /** Notes how many browsers are to come; whether somebody has to start them who does not do so already. */
    private synchronized boolean expect(int profiles) {
        int missing = closed ? 0 : profiles - all.size();
        boolean idle = coming == 0;
        coming = Math.max(coming, missing);
        return idle && missing > 0;
    }

    private synchronized boolean arrived(Seat started) {
        if (closed) {
            started.close();
            return false;
        }
        all.add(started);
        idle.addLast(started);
        coming--;
        notifyAll();
        return coming > 0;
    }

    private synchronized void expectNoMore() {
        coming = 0;
        notifyAll();
    }

    /** The next that is free, or null if none is to come either; whoever came first is served first. */
    private synchronized @Nullable Seat idle() {
        Object ticket = new Object();
        queue.add(ticket);
        try {
            while (coming > 0 && !closed && (idle.isEmpty() || queue.peek() != ticket)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserFailure("interrupted while a browser was being started");
        } finally {
            queue.remove(ticket);
            notifyAll();
        }
        if (closed) {
            throw new BrowserFailure("the browsers are closed");
        }
        return idle.poll();
    }

    private synchronized void discard(Seat seat) {
        all.remove(seat);
        seat.close();
    }

    private void release(Seat seat) {
        synchronized (this) {
            if (!closed) {
                idle.push(seat);
                notifyAll();
            }
        }
        places.release();
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            // The machine is going down already: the hook does the same.
        }
    }

    private synchronized void stopAll() {
        if (!closed) {
            closed = true;
            notifyAll();
            all.forEach(Seat::close);
            engine.close();
        }
    }
}
