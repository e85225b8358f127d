package org.devicegrant.load.measure;

import org.HdrHistogram.Histogram;

/** Takes the histograms of each second, for example into a file that can be merged with those of other injectors. */
@FunctionalInterface
public interface HistogramSink {
    /** Drops them. */
    HistogramSink NONE = (interval, offset) -> {};

    /** Takes an interval that ended so many nanoseconds after the origin. The histograms are only good meanwhile. */
    void write(Recording.Interval interval, long offset);

    /** Takes what was not measured second by second, under a name of its own. */
    default void add(String tag, Histogram histogram) {}

    /** Takes, when the run is over, the distributions of its report, for what was not in any interval. */
    default void finish(PerConstant<Metric, Histogram> distributions) {}
}
