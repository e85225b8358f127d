package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.devicegrant.conformance.embedded.grant.Throttle;
import org.junit.jupiter.api.Test;

class PollingTest {
    @Test
    void pollsAtTheIntervalAreNeverSlowedDown() {
        try (Running running = Running.stopped(behaviour -> {})) {
            Wire.Reply started = running.wire().start();
            for (int i = 0; i < 10; i++) {
                assertThat(running.wire().poll(started).error()).isEqualTo("authorization_pending");
                running.skipSeconds(5);
            }
        }
    }

    @Test
    void slowDownDoesNotLast() {
        try (Running running = Running.stopped(behaviour -> {})) {
            Wire.Reply started = running.wire().start();
            running.wire().poll(started);
            assertThat(running.wire().poll(started).error()).isEqualTo("slow_down");
            assertThat(running.wire().poll(started).error()).isEqualTo("slow_down");
            running.skipSeconds(5);
            assertThat(running.wire().poll(started).error()).isEqualTo("authorization_pending");
        }
    }

    @Test
    void codesOfOneClientDoNotSlowEachOtherDown() {
        try (Running running = Running.stopped(behaviour -> {})) {
            assertThat(running.wire().poll(running.wire().start()).error()).isEqualTo("authorization_pending");
            assertThat(running.wire().poll(running.wire().start()).error()).isEqualTo("authorization_pending");
        }
    }

    @Test
    void throttlePerClientMixesUpItsCodes() {
        try (Running running = Running.stopped(b -> b.polling().throttle(Throttle.perClient()))) {
            assertThat(running.wire().poll(running.wire().start()).error()).isEqualTo("authorization_pending");
            assertThat(running.wire().poll(running.wire().start()).error()).isEqualTo("slow_down");
        }
    }

    @Test
    void addingThrottleWantsFiveSecondsMoreEachTime() {
        Throttle adding = Throttle.addingPerSlowDown(Duration.ofSeconds(5));
        try (Running running = Running.stopped(b -> b.polling().throttle(adding))) {
            Wire.Reply started = running.wire().start();
            running.wire().poll(started);
            assertThat(running.wire().poll(started).error()).isEqualTo("slow_down");
            running.skipSeconds(5);
            assertThat(running.wire().poll(started).error()).isEqualTo("slow_down");
            running.skipSeconds(15);
            assertThat(running.wire().poll(started).error()).isEqualTo("authorization_pending");
        }
    }

    @Test
    void latchedThrottleNeverForgives() {
        try (Running running = Running.stopped(b -> b.polling().throttle(Throttle.latched()))) {
            Wire.Reply started = running.wire().start();
            running.wire().poll(started);
            running.wire().poll(started);
            running.skipSeconds(60);
            assertThat(running.wire().poll(started).error()).isEqualTo("slow_down");
        }
    }

    @Test
    void invertedThrottlePunishesTheSlow() {
        try (Running running = Running.stopped(b -> b.polling().throttle(Throttle.inverted()))) {
            Wire.Reply started = running.wire().start();
            running.wire().poll(started);
            assertThat(running.wire().poll(started).error()).isEqualTo("authorization_pending");
            running.skipSeconds(20);
            assertThat(running.wire().poll(started).error()).isEqualTo("slow_down");
        }
    }

    @Test
    void wholeSecondsPunishTheExactInterval() {
        try (Running running = Running.stopped(b -> b.polling().throttle(Throttle.wholeSeconds()))) {
            Wire.Reply started = running.wire().start();
            running.wire().poll(started);
            running.skip(Duration.ofMillis(5_000));
            assertThat(running.wire().poll(started).error()).isEqualTo("slow_down");
            running.skip(Duration.ofMillis(6_100));
            assertThat(running.wire().poll(started).error()).isEqualTo("authorization_pending");
        }
    }

    @Test
    void multiplyingThrottleDoubles() {
        try (Running running = Running.stopped(b -> b.polling().throttle(Throttle.multiplyingPerSlowDown(2)))) {
            Wire.Reply started = running.wire().start();
            running.wire().poll(started);
            assertThat(running.wire().poll(started).error()).isEqualTo("slow_down");
            running.skipSeconds(9);
            assertThat(running.wire().poll(started).error()).isEqualTo("slow_down");
            running.skipSeconds(20);
            assertThat(running.wire().poll(started).error()).isEqualTo("authorization_pending");
        }
    }

    @Test
    void foreignPollIsRefusedAndHarmless() {
        try (Running running = Running.stopped(behaviour -> {})) {
            Wire.Reply started = running.approved();
            assertThat(running.wire()
                            .poll("tv-other", started.text("device_code"))
                            .error())
                    .isEqualTo("invalid_grant");
            assertThat(running.wire().poll(started).status()).isEqualTo(200);
        }
    }

    @Test
    void approvedCodeMayHaveToWait() {
        try (Running running = Running.stopped(b -> b.polling().throttledWhenApproved(true))) {
            Wire.Reply started = running.wire().start();
            running.wire().poll(started);
            new Browser().approve(started, "alice");
            assertThat(running.wire().poll(started).error()).isEqualTo("slow_down");
            running.skipSeconds(5);
            assertThat(running.wire().poll(started).status()).isEqualTo(200);
        }
    }
}
