package org.devicegrant.reports.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.devicegrant.reports.load.Plot.Point;
import org.devicegrant.reports.model.LoadFindings.BacklogStep;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LoadSlice;

/** The plots over time, and over the backlog. */
final class LoadPlots {
    private static final int FAILED = 2;
    private static final Map<String, Integer> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("authorization_pending", 1);
        KNOWN.put("device_authorization", 3);
        KNOWN.put("token", 5);
        KNOWN.put("slow_down", 4);
        KNOWN.put("expired_token", 6);
        KNOWN.put("invalid_grant", 6);
    }

    private static final String SECONDS = "seconds since the start";

    private final LoadReport report;
    private final Scale time;

    LoadPlots(LoadReport report) {
        this.report = report;
        this.time = Scale.range(
                0,
                report.timeline().stream()
                        .mapToDouble(slice -> slice.startSeconds() + slice.seconds())
                        .max()
                        .orElse(1));
    }

    /** Latency over time. */
    String latency() {
        List<LoadSlice> polled =
                report.timeline().stream().filter(slice -> slice.maxMs() > 0).toList();
        double least = polled.stream()
                .mapToDouble(LoadSlice::p50Ms)
                .filter(ms -> ms > 0)
                .min()
                .orElse(1);
        double most = polled.stream().mapToDouble(LoadSlice::maxMs).max().orElse(10);
        Plot plot = new Plot("Latency of polls over time", time, SECONDS, Scale.log(least, most), "milliseconds");
        window(plot);
        return plot.line("largest", 4, points(polled, LoadSlice::maxMs))
                .line("99 %", 2, points(polled, LoadSlice::p99Ms))
                .line("median", 1, points(polled, LoadSlice::p50Ms))
                .svg();
    }

    /** Answers of each kind over time, stacked, with what was offered. */
    String answers() {
        Map<String, Integer> styles = styles();
        double most = report.timeline().stream()
                .mapToDouble(slice -> total(slice) / slice.seconds())
                .max()
                .orElse(1);
        Scale y = Scale.linear(Math.max(most, report.offeredPollsPerSecond()) * 1.05);
        Plot plot = new Plot("Answers by kind over time", time, SECONDS, y, "answers per second");
        for (LoadSlice slice : report.timeline()) {
            double base = 0;
            for (Map.Entry<String, Integer> kind : styles.entrySet()) {
                double rate = slice.answers().getOrDefault(kind.getKey(), 0L) / slice.seconds();
                if (rate > 0) {
                    double end = slice.startSeconds() + slice.seconds();
                    String tip = String.format(Locale.ROOT, "%s %.1f/s", kind.getKey(), rate);
                    plot.bar(slice.startSeconds(), end, base, base + rate, kind.getValue(), tip);
                    base += rate;
                }
            }
        }
        styles.forEach((kind, style) -> plot.legend(kind.replace("authorization", "auth."), style));
        return (report.offeredPollsPerSecond() > 0
                        ? plot.level("polls offered", 7, report.offeredPollsPerSecond())
                        : plot)
                .svg();
    }

    /** The generator's schedule error over time. */
    String scheduleError() {
        double most = report.timeline().stream()
                .mapToDouble(LoadSlice::scheduleErrorP99Ms)
                .max()
                .orElse(1);
        Plot plot = new Plot(
                "Schedule error of the generator over time", time, SECONDS, Scale.linear(most * 1.1), "milliseconds");
        window(plot);
        return plot.line("99 % late by", 3, points(report.timeline(), LoadSlice::scheduleErrorP99Ms))
                .svg();
    }

    /** Latency over the number of pending codes. */
    String backlog() {
        List<BacklogStep> steps = report.findings().backlog();
        double fewest = Math.max(1, steps.get(0).pendingCodes());
        double most = steps.get(steps.size() - 1).pendingCodes();
        double least =
                steps.stream().mapToDouble(step -> step.latencyMs().p50()).min().orElse(1);
        double largest =
                steps.stream().mapToDouble(step -> step.latencyMs().p99()).max().orElse(10);
        Plot plot = new Plot(
                "Latency of polls over the number of pending codes",
                Scale.log(fewest, Math.max(most, fewest * 2)),
                "pending codes",
                Scale.log(least, largest),
                "milliseconds");
        List<Point> p99 = new ArrayList<>();
        List<Point> p50 = new ArrayList<>();
        for (BacklogStep step : steps) {
            p99.add(new Point(Math.max(1, step.pendingCodes()), step.latencyMs().p99()));
            p50.add(new Point(Math.max(1, step.pendingCodes()), step.latencyMs().p50()));
        }
        return plot.line("99 %", 2, p99).line("median", 1, p50).svg();
    }

    private void window(Plot plot) {
        double from = report.settings().rampMs() / 1000.0;
        double end = time.to();
        if (report.measuredSeconds() > 0 && end - report.measuredSeconds() > 1 && from > 0) {
            plot.shade(0, Math.max(0, end - report.measuredSeconds()), "arrivals: not counted");
        }
    }

    /** Good answers first and at the bottom; what is red failed. */
    private Map<String, Integer> styles() {
        Map<String, Integer> styles = new LinkedHashMap<>();
        KNOWN.forEach((kind, style) -> {
            if (occurs(kind)) {
                styles.put(kind, style);
            }
        });
        for (String kind : report.answers().keySet()) {
            if (!styles.containsKey(kind) && occurs(kind)) {
                styles.put(kind, FAILED);
            }
        }
        return styles;
    }

    private boolean occurs(String kind) {
        return report.timeline().stream().anyMatch(slice -> slice.answers().getOrDefault(kind, 0L) > 0);
    }

    private static double total(LoadSlice slice) {
        return slice.answers().values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Point> points(List<LoadSlice> slices, ToDoubleFunction<LoadSlice> value) {
        return slices.stream()
                .map(slice -> new Point(slice.startSeconds() + slice.seconds() / 2, value.applyAsDouble(slice)))
                .toList();
    }
}
