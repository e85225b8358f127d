package org.devicegrant.load.run;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gatling creates simulations by class name, without arguments: this is how the next one finds its flight. */
final class Handover {
    private static final AtomicReference<@Nullable Flight> NEXT = new AtomicReference<>();

    private Handover() {}

    /**
     * Leaves a flight for the next simulation.
     *
     * @throws IllegalStateException if another one is waiting: one process runs one flight at a time
     */
    static void leave(Flight flight) {
        if (!NEXT.compareAndSet(null, flight)) {
            throw new IllegalStateException("another load run is starting in this process");
        }
    }

    /** Forgets a flight that was never taken. */
    static void clear() {
        NEXT.set(null);
    }

    static Flight take() {
        Flight flight = NEXT.getAndSet(null);
        if (flight == null) {
            throw new IllegalStateException("this simulation is only started by the load command");
        }
        return flight;
    }
}
