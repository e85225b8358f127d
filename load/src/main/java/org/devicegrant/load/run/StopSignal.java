package org.devicegrant.load.run;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Ends a run before its time. The first reason stays. Thread-safe. */
public final class StopSignal {
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

    /** Ends the run. The reason is one sentence for people. */
    public void raise(String why) {
        reason.compareAndSet(null, why);
    }

    /** Whether the run is to end. */
    public boolean raised() {
        return reason.get() != null;
    }

    /** Why, or null if it goes on. */
    public @Nullable String reason() {
        return reason.get();
    }
}
