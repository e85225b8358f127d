package org.devicegrant.conformance.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/** Does something when the process is told to end while work is under way. */
final class Interruption implements AutoCloseable {
    private final Thread hook;
    private final AtomicBoolean over = new AtomicBoolean();

    Interruption(Runnable last) {
        this.hook = new Thread(
                () -> {
                    if (over.compareAndSet(false, true)) {
                        last.run();
                    }
                },
                "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The work has ended, or will not be told of: nothing is done any more. */
    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endingAlready) {
                // The hook runs now, finds that the work is over and does nothing.
                return;
            }
        }
    }
}
