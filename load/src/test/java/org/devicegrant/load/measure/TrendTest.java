package org.devicegrant.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether latency grows. */
class TrendTest {
    private static final double[] TEN = times(10);

    @Test
    void growthIsTheMedianOfAllSlopes() {
        Trend trend =
                Trend.of(TEN, DoubleStream.of(TEN).map(time -> 3 * time + 7).toArray());

        assertThat(trend.slope()).isCloseTo(3, within(1e-9));
        // 45 growing pairs, less one, in deviations of sqrt(10 * 9 * 25 / 18).
        assertThat(trend.z()).isCloseTo(44 / Math.sqrt(125), within(1e-9));
        assertThat(trend.significant()).isTrue();
    }

    @Test
    void shrinkingIsATrendToo() {
        Trend trend =
                Trend.of(TEN, DoubleStream.of(TEN).map(time -> -0.5 * time).toArray());

        assertThat(trend.slope()).isCloseTo(-0.5, within(1e-9));
        assertThat(trend.z()).isCloseTo(-44 / Math.sqrt(125), within(1e-9));
        assertThat(trend.significant()).isTrue();
    }

    @Test
    void oneWildValueIsNoTrend() {
        double[] values = new double[10];
        values[9] = 1_000;

        Trend trend = Trend.of(TEN, values);

        assertThat(trend.slope()).isZero();
        assertThat(trend.z()).isCloseTo(8 / Math.sqrt(125), within(1e-9));
        assertThat(trend.significant()).isFalse();
    }

    @Test
    void whatStaysTheSameHasNone() {
        assertThat(Trend.of(TEN, new double[10])).isEqualTo(new Trend(0, 0));
    }

    @Test
    void fewerThanEightValuesSayNothing() {
        assertThat(Trend.of(times(7), times(7))).isEqualTo(new Trend(0, 0));
        assertThat(Trend.of(times(8), times(8)).slope()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theMedianOfAnEvenNumberOfSlopesLiesBetweenTheMiddleTwo() {
        // The 14th and the 15th of 28 slopes are 10/3 and 17/5.
        Trend trend = Trend.of(times(8), new double[] {0, 3, 4, 9, 11, 12, 20, 26});

        assertThat(trend.slope()).isCloseTo((10 / 3.0 + 17 / 5.0) / 2, within(1e-9));
    }

    @Test
    void onePercentDecides() {
        assertThat(new Trend(1, 2.576).significant()).isFalse();
        assertThat(new Trend(1, 2.577).significant()).isTrue();
        assertThat(new Trend(1, -2.577).significant()).isTrue();
    }

    private static double[] times(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }
}
