package org.devicegrant.conformance.check;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.devicegrant.reports.model.CheckResult;

/**
 * Lets so many runs at once through their first part, in which most checks ask and get their answers: it keeps processors
 * busy, and codes die while a crowd queues for them. Afterwards a run mostly waits, and any number may wait together.
 */
final class Gate {
    private final Semaphore free;

    Gate(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /** Waits for its turn; the pass has to be closed when the run has ended. */
    Pass enter() {
        free.acquireUninterruptibly();
        return new Pass();
    }

    /** Counts the verdicts of a run, and opens the gate for the next one when two of three are there. */
    final class Pass implements RunListener, AutoCloseable {
        private final AtomicInteger verdictsLeft = new AtomicInteger(Integer.MAX_VALUE);
        private final AtomicInteger held = new AtomicInteger(1);

        @Override
        public void started(List<String> selected) {
            verdictsLeft.set(selected.size() * 2 / 3);
        }

        @Override
        public void verdict(CheckResult result) {
            if (verdictsLeft.decrementAndGet() == 0) {
                close();
            }
        }

        @Override
        public void close() {
            if (held.getAndSet(0) == 1) {
                free.release();
            }
        }
    }
}
