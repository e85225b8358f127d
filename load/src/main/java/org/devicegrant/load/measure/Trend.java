package org.devicegrant.load.measure;

import java.util.Arrays;

/**
 * Whether values grow with time. Theil-Sen slope and Mann-Kendall test: neither minds a few wild values.
 *
 * @param slope median of the slopes between all pairs, in the values' unit per unit of time
 * @param z how many standard deviations the number of growing pairs is from that of a chance order
 */
public record Trend(double slope, double z) {
    /** Two-sided, 1 %. */
    private static final double SIGNIFICANT = 2.576;

    private static final int LEAST = 8;

    /** The trend of values at increasing times; none for fewer than eight. */
    public static Trend of(double[] times, double[] values) {
        int n = values.length;
        if (n < LEAST) {
            return new Trend(0, 0);
        }
        double[] slopes = new double[n * (n - 1) / 2];
        long growing = 0;
        int pair = 0;
        for (int later = 1; later < n; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                double difference = values[later] - values[earlier];
                growing += (long) Math.signum(difference);
                slopes[pair++] = difference / (times[later] - times[earlier]);
            }
        }
        Arrays.sort(slopes);
        double deviation = Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
        double z = growing == 0 ? 0 : (growing - Math.signum(growing)) / deviation;
        double median = (slopes[(slopes.length - 1) / 2] + slopes[slopes.length / 2]) / 2;
        return new Trend(median, z);
    }

    /** Whether it is more than chance. */
    public boolean significant() {
        return Math.abs(z) > SIGNIFICANT;
    }
}
