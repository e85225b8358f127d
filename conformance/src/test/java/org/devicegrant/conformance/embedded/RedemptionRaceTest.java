package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.devicegrant.conformance.embedded.grant.Redemption;
import org.junit.jupiter.api.Test;

class RedemptionRaceTest {
    private static final int PARALLEL = 20;
    private static final int ROUNDS = 15;

    @Test
    void exactlyOneOfManyParallelPollsGetsTokens() throws Exception {
        try (Running running = Running.conforming()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Wire.Reply> replies = race(running, running.approved());
                assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
                assertThat(replies)
                        .filteredOn(reply -> reply.status() != 200)
                        .extracting(Wire.Reply::error)
                        .containsOnly("invalid_grant");
            }
        }
    }

    @Test
    void parallelPendingPollsAreAllPending() throws Exception {
        try (Running running = Running.conforming()) {
            List<Wire.Reply> replies = race(running, running.wire().start());
            assertThat(replies)
                    .extracting(Wire.Reply::error)
                    .containsOnly("authorization_pending", "slow_down")
                    .containsOnlyOnce("authorization_pending");
        }
    }

    @Test
    void checkThenActGivesSeveralTokens() throws Exception {
        Redemption careless = Redemption.checkThenAct(Duration.ofMillis(100));
        try (Running running = Running.with(b -> b.polling().redemption(careless))) {
            List<Wire.Reply> replies = race(running, running.approved());
            assertThat(replies.stream().map(reply -> reply.text("access_token")).distinct())
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void sameAnswerMayBeRepeated() throws Exception {
        try (Running running = Running.with(b -> b.polling().redemption(Redemption.sameAnswerAgain()))) {
            List<Wire.Reply> replies = race(running, running.approved());
            assertThat(replies.stream().map(reply -> reply.text("access_token")).distinct())
                    .hasSize(1);
        }
    }

    private static List<Wire.Reply> race(Running running, Wire.Reply started) throws Exception {
        CyclicBarrier line = new CyclicBarrier(PARALLEL);
        Callable<Wire.Reply> runner = () -> {
            line.await();
            return running.wire().poll(started);
        };
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<Future<Wire.Reply>> replies = threads.invokeAll(Collections.nCopies(PARALLEL, runner));
            List<Wire.Reply> all = new ArrayList<>();
            for (Future<Wire.Reply> reply : replies) {
                all.add(reply.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }
}
