package org.devicegrant.load.measure;

import org.HdrHistogram.Histogram;
import org.devicegrant.reports.model.LoadPercentiles;

/** From histograms of microseconds to the milliseconds of reports. */
public final class Percentiles {
    private Percentiles() {}

    /** The usual percentiles, rounded to microseconds. */
    public static LoadPercentiles of(Histogram histogram) {
        return histogram.getTotalCount() == 0
                ? LoadPercentiles.none()
                : new LoadPercentiles(
                        histogram.getTotalCount(),
                        Math.round(histogram.getMean()) / 1000.0,
                        histogram.getValueAtPercentile(50) / 1000.0,
                        histogram.getValueAtPercentile(90) / 1000.0,
                        histogram.getValueAtPercentile(99) / 1000.0,
                        histogram.getValueAtPercentile(99.9) / 1000.0,
                        histogram.getMaxValue() / 1000.0);
    }
}
