package org.devicegrant.conformance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final ManualClock clock = new ManualClock();
    private final Waiting waiting = new Waiting(clock, Duration.ofSeconds(60));

    @Test
    void waitsUntilTheInstant() {
        waiting.until(Duration.ofSeconds(60).toNanos(), "something");

        assertThat(clock.nanos()).isEqualTo(Duration.ofSeconds(60).toNanos());
        assertThat(waiting.current()).isEmpty();
    }

    @Test
    void aPauseCountsFromNow() {
        clock.pass(Duration.ofSeconds(5));

        waiting.pause(Duration.ofSeconds(2), "something");

        assertThat(clock.waitsInMillis()).containsExactly(7_000L);
    }

    @Test
    void onlyWhatIsLeftCounts() {
        clock.pass(Duration.ofSeconds(5));

        waiting.until(Duration.ofSeconds(65).toNanos(), "something");

        assertThat(clock.waitsInMillis()).containsExactly(65_000L);
    }

    @Test
    void whatTakesLongerThanAllowedIsNotEvenBegun() {
        assertThatThrownBy(() -> waiting.until(Duration.ofSeconds(61).toNanos(), "the expiry of a code"))
                .isInstanceOfSatisfying(
                        Inconclusive.class,
                        thrown -> assertThat(thrown.advice()).contains("--max-wait"))
                .hasMessage("waiting for the expiry of a code would take 61 s, more than --max-wait allows (60 s)");
        assertThat(clock.waitsInMillis()).isEmpty();
    }

    @Test
    void whatIsWaitedForIsKnownMeanwhile() {
        List<Waiting.Wait> seen = new ArrayList<>();
        Waiting[] watched = new Waiting[1];
        watched[0] = new Waiting(
                new Clock() {
                    @Override
                    public long nanos() {
                        return 0;
                    }

                    @Override
                    public void sleepUntil(long instant) {
                        watched[0].current().forEach(seen::add);
                        throw new IllegalStateException("woken");
                    }

                    @Override
                    public Instant wallTime() {
                        return Instant.EPOCH;
                    }
                },
                Duration.ofSeconds(9));

        assertThatThrownBy(() -> watched[0].until(7, "a knock")).hasMessage("woken");

        assertThat(seen).containsExactly(new Waiting.Wait("a knock", 7));
        assertThat(watched[0].current()).isEmpty();
    }
}
