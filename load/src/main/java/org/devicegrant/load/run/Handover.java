package org.devicegrant.load.run;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gatling creates simulations by class name, without arguments, and reads its configuration when it starts: this is how
 * the next one finds its flight. One starts at a time; the next waits until the last has taken its own.
 */
final class Handover {
    private static final Semaphore ONE = new Semaphore(1);
    private static final AtomicReference<@Nullable Flight> NEXT = new AtomicReference<>();

    private Handover() {}

    /** Leaves a flight for the next simulation, after preparing what that reads at its start. */
    static void leave(Flight flight, Runnable preparation) {
        ONE.acquireUninterruptibly();
        try {
            preparation.run();
            NEXT.set(flight);
        } finally {
            if (NEXT.get() == null) {
                ONE.release();
            }
        }
    }

    /** Forgets a flight that was never taken. */
    static void clear(Flight flight) {
        if (NEXT.compareAndSet(flight, null)) {
            ONE.release();
        }
    }

    static Flight take() {
        Flight flight = NEXT.getAndSet(null);
        if (flight == null) {
            throw new IllegalStateException("this simulation is only started by the load command");
        }
        ONE.release();
        return flight;
    }
}
