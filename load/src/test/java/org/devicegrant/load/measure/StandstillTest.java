package org.devicegrant.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Looks a second apart, and what is missing between two of them; from 10 s to 30 s matters. */
class StandstillTest {
    private static final long SECOND = 1_000_000_000L;

    private final Standstill standstill = new Standstill(10 * SECOND, 30 * SECOND, 0);

    @Test
    void whoCanLookEverySecondWasNotStopped() {
        look(1, 2, 2.9, 3.5, 4.5, 5, 6, 7, 8, 9, 10, 11, 12, 13);

        assertThat(standstill.longestMillis()).isZero();
    }

    @Test
    void timeThatIsMissingBetweenTwoLooksIsTold() {
        look(11, 12, 16.5, 17.5, 19.5);

        assertThat(standstill.longestMillis()).isEqualTo(3_500);
    }

    @Test
    void onlyTheRunCounts() {
        look(15);
        assertThat(standstill.longestMillis()).isEqualTo(5_000);

        look(16, 90);
        assertThat(standstill.longestMillis()).isEqualTo(13_000);

        look(500);
        assertThat(standstill.longestMillis()).isEqualTo(13_000);
    }

    private void look(double... seconds) {
        for (double second : seconds) {
            standstill.look((long) (second * SECOND));
        }
    }
}
