package org.devicegrant.conformance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void startsAreApart() {
        Clock clock = Clock.system();
        Pace pace = new Pace(50, clock);
        long start = clock.nanos();

        for (int i = 0; i < 6; i++) {
            pace.take(Urgency.PLAIN);
        }

        assertThat(clock.nanos() - start).isGreaterThanOrEqualTo(5 * 20_000_000L);
    }

    @Test
    void theUrgentGoFirst() {
        StoppedClock clock = new StoppedClock();
        Pace pace = new Pace(100, clock);
        pace.take(Urgency.PLAIN);
        List<CompletableFuture<Long>> turns = new ArrayList<>();
        for (Urgency urgency : List.of(Urgency.PLAIN, Urgency.LONG_WAIT, Urgency.WAIT)) {
            turns.add(Together.start(() -> pace.take(urgency)));
        }
        while (pace.waiting() < 3) {
            Thread.onSpinWait();
        }

        clock.running = true;
        assertThat(turns.stream().map(CompletableFuture::join)).containsExactly(4L, 2L, 3L);
    }

    @Test
    void whoeverHoldsABrowserGoesBeforeThoseWhoWaitForIt() {
        StoppedClock clock = new StoppedClock();
        ThreadLocal<Boolean> seated = ThreadLocal.withInitial(() -> false);
        Pace pace = new Pace(100, clock, seated::get);
        pace.take(Urgency.PLAIN);
        List<CompletableFuture<Long>> turns = new ArrayList<>();
        turns.add(Together.start(() -> pace.take(Urgency.WAIT)));
        turns.add(Together.start(() -> {
            seated.set(true);
            return pace.take(Urgency.PLAIN);
        }));
        turns.add(Together.start(() -> pace.take(Urgency.LONG_WAIT)));
        while (pace.waiting() < 3) {
            Thread.onSpinWait();
        }

        clock.running = true;
        assertThat(turns.stream().map(CompletableFuture::join)).containsExactly(4L, 3L, 2L);
    }

    /** Stands still until it is told to run, so that everybody is in the queue before anybody is served. */
    private static final class StoppedClock implements Clock {
        private final Clock real = Clock.system();
        private final long stopped = real.nanos();
        private volatile boolean running;

        @Override
        public long nanos() {
            return running ? real.nanos() : stopped;
        }

        @Override
        public void sleepUntil(long instant) {
            real.sleepUntil(instant);
        }

        @Override
        public Instant wallTime() {
            return real.wallTime();
        }
    }
}
