package org.devicegrant.conformance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Answered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server's clock is only believed to differ by what its dates prove. */
class ServerTimeTest {
    /** 10 s after the origin, when the wall clock here says 20:00:10. */
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:10Z");

    private final ManualClock clock = new ManualClock();

    @BeforeEach
    void tenSecondsHavePassed() {
        clock.pass(Duration.ofSeconds(10));
    }

    /** Sent at second 5 and received at second 7, that is 20:00:05 to 20:00:07 here. */
    private static Answer dated(String time) {
        return Answered.between(
                1, 5_000_000_000L, 7_000_000_000L, Answered.with(200, "", "Date", "Sat, 21 Nov 2026 " + time + " GMT"));
    }

    private Instant measured(Answer... answers) {
        return ServerTime.measured(clock, List.of(answers)).now();
    }

    @Test
    void datesWithinTheAnswerProveNothing() {
        assertThat(measured(dated("20:00:05"))).isEqualTo(NOW);
        assertThat(measured(dated("20:00:07"))).isEqualTo(NOW);
    }

    @Test
    void aClockThatIsAheadIsFollowedFromTheReception() {
        assertThat(measured(dated("20:01:07"))).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aClockThatIsBehindIsFollowedFromTheSending() {
        assertThat(measured(dated("19:59:05"))).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void twoSecondsAreNoDifference() {
        assertThat(measured(dated("20:00:09"))).isEqualTo(NOW);
        assertThat(measured(dated("20:00:10"))).isEqualTo(NOW.plusSeconds(3));
        assertThat(measured(dated("20:00:03"))).isEqualTo(NOW);
        assertThat(measured(dated("20:00:02"))).isEqualTo(NOW.minusSeconds(3));
    }

    @Test
    void theLastDateCountsAndAnswersWithoutOneDoNot() {
        assertThat(measured(dated("20:01:07"), dated("20:02:07"), Answered.with(200, "")))
                .isEqualTo(NOW.plusSeconds(120));
        assertThat(measured()).isEqualTo(NOW);
    }

    @Test
    void goesOnByMonotonicTimeWhateverIsDoneToTheWallClock() {
        ServerTime time = ServerTime.measured(clock, List.of(dated("20:01:07")));

        clock.setWall(Instant.EPOCH);
        clock.pass(Duration.ofSeconds(3));

        assertThat(time.now()).isEqualTo(NOW.plusSeconds(63));
        assertThat(time.of(dated("20:01:07"))).isEqualTo(Instant.parse("2026-11-21T20:01:07Z"));
        assertThat(time.of(Answered.between(1, 5_000_000_000L, 7_000_000_000L, Answered.with(200, ""))))
                .isEqualTo(Instant.parse("2026-11-21T20:01:07Z"));
    }
}
