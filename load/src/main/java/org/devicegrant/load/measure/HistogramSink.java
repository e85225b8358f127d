package org.devicegrant.load.measure;

import org.HdrHistogram.Histogram;

/** Takes the histograms of each second, for example into a file that can be merged with those of other injectors. */
@FunctionalInterface
public interface HistogramSink {
    /** Drops them. */
    HistogramSink NONE = (histograms, offset) -> {};

    /** Takes an interval that ended so many nanoseconds after the origin. The histograms are only good meanwhile. */
    void write(PerConstant<Metric, Histogram> histograms, long offset);
}
