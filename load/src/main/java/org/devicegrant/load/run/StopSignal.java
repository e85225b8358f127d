package org.devicegrant.load.run;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Ends a run before its time. The first reason stays. Thread-safe. */
public final class StopSignal {
    private final @Nullable StopSignal above;
    private final boolean apart;
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();

    /** A signal of its own. */
    public StopSignal() {
        this(null, false);
    }

    private StopSignal(@Nullable StopSignal above, boolean apart) {
        this.above = above;
        this.apart = apart;
    }

    /** A signal for a part of the run: what ends the run ends the part, but not the other way round. */
    public StopSignal part() {
        return new StopSignal(this, false);
    }

    /** A signal for a part after which the run goes on even if the server fails in it. */
    public StopSignal trial() {
        return new StopSignal(this, true);
    }

    /** Ends the run because somebody wants it. The reason is one sentence without its full stop. */
    public void raise(String why) {
        stop.compareAndSet(null, new Stop(why, false));
    }

    /** Ends the run, the whole of it unless this is a trial, because the server has failed. */
    public void fail(String why) {
        if (above != null && !apart) {
            above.fail(why);
        }
        stop.compareAndSet(null, new Stop(why, true));
    }

    /** Whether the run, or this part, is to end. */
    public boolean raised() {
        return stop.get() != null || (above != null && above.raised());
    }

    /** Why, or null if it goes on. */
    public @Nullable String reason() {
        Stop own = stop.get();
        return own != null ? own.why : above == null ? null : above.reason();
    }

    /** Whether the server has failed. */
    public boolean failed() {
        Stop own = stop.get();
        return own != null ? own.failed : above != null && above.failed();
    }

    private record Stop(String why, boolean failed) {}
}
