package org.devicegrant.load.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** What histogram logs hold: sums by tag, and each interval by itself. */
final class Histograms {
    private static final long LARGEST_MICROS = TimeUnit.HOURS.toMicros(1);

    private final Map<String, Histogram> sums = new TreeMap<>();
    private final List<Interval> intervals = new ArrayList<>();

    /** Reads one log. */
    static Histograms read(Path file) throws IOException {
        Histograms all = new Histograms();
        try (var in = Files.newInputStream(file);
                HistogramLogReader reader = new HistogramLogReader(in)) {
            while (reader.hasNext()) {
                EncodableHistogram next = reader.nextIntervalHistogram();
                if (next instanceof Histogram histogram) {
                    all.take(histogram);
                }
            }
        }
        return all;
    }

    static Histogram empty() {
        return new Histogram(LARGEST_MICROS, 3);
    }

    /** Adds those of another injector. */
    void add(Histograms other) {
        other.sums.forEach((tag, histogram) -> sum(tag).add(histogram));
    }

    /** Everything under that tag; empty if there is nothing. */
    Histogram of(String tag) {
        return sums.getOrDefault(tag, empty());
    }

    /** What was recorded between two moments after the origin, in seconds, whether it counts or not. */
    Histogram between(String tag, double from, double to) {
        Histogram all = empty();
        for (Interval interval : intervals) {
            boolean same = interval.tag.equals(tag) || interval.tag.equals(HistogramLog.AROUND + tag);
            if (same && interval.middle >= from && interval.middle < to) {
                all.add(interval.histogram);
            }
        }
        return all;
    }

    private void take(Histogram histogram) {
        String tag = histogram.getTag() == null ? "" : histogram.getTag();
        sum(tag).add(histogram);
        double middle = (histogram.getStartTimeStamp() + histogram.getEndTimeStamp()) / 2000.0;
        intervals.add(new Interval(tag, middle, histogram));
    }

    private Histogram sum(String tag) {
        return sums.computeIfAbsent(tag, any -> empty());
    }

    private record Interval(String tag, double middle, Histogram histogram) {}
}
