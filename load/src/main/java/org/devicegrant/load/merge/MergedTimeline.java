package org.devicegrant.load.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.reports.model.LoadReport.LoadSlice;

/** The run over time, over all injectors: slice by slice, each injector's own, because they share the origin. */
final class MergedTimeline {
    private MergedTimeline() {}

    static List<LoadSlice> of(List<Part> parts) {
        int longest = parts.stream()
                .mapToInt(part -> part.report().timeline().size())
                .max()
                .orElse(0);
        List<LoadSlice> merged = new ArrayList<>();
        for (int at = 0; at < longest; at++) {
            merged.add(slice(parts, at));
        }
        return merged;
    }

    private static LoadSlice slice(List<Part> parts, int at) {
        Map<String, Long> answers = new LinkedHashMap<>();
        Histogram latency = Histograms.empty();
        Histogram lateness = Histograms.empty();
        double start = Double.MAX_VALUE;
        double end = 0;
        for (Part part : parts) {
            if (at < part.report().timeline().size()) {
                LoadSlice slice = part.report().timeline().get(at);
                double from = slice.startSeconds();
                double to = from + slice.seconds();
                slice.answers().forEach((word, count) -> answers.merge(word, count, Long::sum));
                latency.add(part.histograms().between(Metric.LATENCY.tag(), from, to));
                lateness.add(part.histograms().between(Metric.LATENESS.tag(), from, to));
                start = Math.min(start, from);
                end = Math.max(end, to);
            }
        }
        return new LoadSlice(
                start,
                end - start,
                answers,
                latency.getValueAtPercentile(50) / 1000.0,
                latency.getValueAtPercentile(99) / 1000.0,
                latency.getMaxValue() / 1000.0,
                lateness.getValueAtPercentile(99) / 1000.0);
    }
}
