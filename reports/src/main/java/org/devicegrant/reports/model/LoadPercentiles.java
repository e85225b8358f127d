package org.devicegrant.reports.model;

/**
 * A distribution in milliseconds. All zero if nothing was measured.
 *
 * @param count how many values
 * @param mean their mean
 * @param p50 median
 * @param p90 90th percentile
 * @param p99 99th percentile
 * @param p999 99.9th percentile
 * @param max largest
 */
public record LoadPercentiles(long count, double mean, double p50, double p90, double p99, double p999, double max) {
    /** Of nothing. */
    public static LoadPercentiles none() {
        return new LoadPercentiles(0, 0, 0, 0, 0, 0, 0);
    }
}
