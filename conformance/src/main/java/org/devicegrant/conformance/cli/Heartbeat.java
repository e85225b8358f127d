package org.devicegrant.conformance.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something once a second until it is closed. */
final class Heartbeat implements AutoCloseable {
    private final ScheduledExecutorService beats;

    Heartbeat(Runnable beat) {
        this.beats = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        var unused = beats.scheduleWithFixedDelay(beat, 1, 1, TimeUnit.SECONDS);
    }

    /** No beat begins any more; one that is under way ends. */
    @Override
    public void close() {
        beats.shutdown();
    }
}
