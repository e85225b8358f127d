package org.devicegrant.load.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Time as a load run needs it. Nanosecond readings are only good for differences, as in {@link System#nanoTime}. */
public interface Clock {
    /** The machine's own clock. */
    Clock SYSTEM = new Clock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant wall() {
            return Instant.now();
        }

        @Override
        public boolean await(Duration duration) {
            long end = System.nanoTime() + duration.toNanos();
            for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
                if (Thread.interrupted()) {
                    Thread.currentThread().interrupt();
                    return false;
                }
                LockSupport.parkNanos(left);
            }
            return true;
        }
    };

    /** Monotonic time in nanoseconds from an arbitrary origin. */
    long nanos();

    /** Time of day: for the start that several injectors agree on, and for people. */
    Instant wall();

    /** Waits. False, with the thread's interrupt still set, if it was interrupted. */
    boolean await(Duration duration);
}
