package org.devicegrant.conformance.exchange;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Opens when all have come to it, or when one has failed and the others must not go on. */
final class Gate {
    private final CountDownLatch missing;
    private volatile boolean givenUp;

    Gate(int requests) {
        missing = new CountDownLatch(requests);
    }

    void giveUp() {
        givenUp = true;
        while (missing.getCount() > 0) {
            missing.countDown();
        }
    }

    void pass(long patienceMillis) throws IOException {
        missing.countDown();
        boolean open;
        try {
            open = missing.await(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        }
        if (!open || givenUp) {
            throw new IOException("another request of the volley could not be sent");
        }
    }
}
