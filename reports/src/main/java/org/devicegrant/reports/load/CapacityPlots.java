package org.devicegrant.reports.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.devicegrant.reports.load.Plot.Point;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadCapacity.Law;
import org.devicegrant.reports.model.LoadCapacity.Trial;

/** The plots of a search for the capacity. */
final class CapacityPlots {
    private final LoadCapacity capacity;

    CapacityPlots(LoadCapacity capacity) {
        this.capacity = capacity;
    }

    /** Latency of every trial over its load, with the knee. */
    String latency() {
        double least = trials().stream()
                .mapToDouble(Trial::p99Ms)
                .filter(ms -> ms > 0)
                .min()
                .orElse(1);
        double most = trials().stream().mapToDouble(Trial::p99Ms).max().orElse(10);
        Plot plot = new Plot(
                "99 % latency of every trial over its devices",
                devices(), "devices", Scale.log(least, most), "99 % latency, milliseconds");
        knee(plot);
        for (Trial trial : trials()) {
            plot.dot(trial.devices(), Math.max(trial.p99Ms(), least), trial.verdict(), tip(trial));
        }
        return plot.svg();
    }

    /** Throughput of every trial over its load. */
    String throughput() {
        double most = trials().stream()
                .mapToDouble(trial -> Math.max(trial.achievedPerSecond(), trial.offeredPerSecond()))
                .max()
                .orElse(1);
        Plot plot = new Plot(
                "Polls answered in every trial over its devices",
                devices(),
                "devices",
                Scale.log(1, most),
                "polls per second");
        knee(plot);
        List<Point> offered = new ArrayList<>();
        trials().stream()
                .sorted((a, b) -> Integer.compare(a.devices(), b.devices()))
                .forEach(trial -> offered.add(new Point(trial.devices(), trial.offeredPerSecond())));
        plot.line("offered", 7, offered);
        for (Trial trial : trials()) {
            plot.dot(trial.devices(), trial.achievedPerSecond(), trial.verdict(), tip(trial));
        }
        return plot.svg();
    }

    /** Throughput over the number of instances with the fitted law. */
    String instances(Law law) {
        int largest = capacity.instances().stream()
                .mapToInt(LoadCapacity.Instances::count)
                .max()
                .orElse(1);
        List<Point> fit = new ArrayList<>();
        double most = 1;
        for (int n = 1; n <= largest * 2; n++) {
            double polls = law.lambda() * n / (1 + law.sigma() * (n - 1) + law.kappa() * n * (n - 1));
            most = Math.max(most, polls);
            fit.add(new Point(n, polls));
        }
        Plot plot = new Plot(
                "Polls per second over instances",
                Scale.range(0, largest * 2.0),
                "instances",
                Scale.linear(most * 1.1),
                "polls per second");
        plot.shade(largest, largest * 2.0, "not measured").line("fitted law", 1, fit);
        capacity.instances()
                .forEach(
                        point -> plot.dot(point.count(), point.pollsPerSecond(), "pass", point.count() + " instances"));
        return plot.svg();
    }

    private List<Trial> trials() {
        return capacity.trials().stream().filter(trial -> trial.devices() > 0).toList();
    }

    private Scale devices() {
        return Scale.log(
                trials().stream().mapToInt(Trial::devices).min().orElse(1),
                trials().stream().mapToInt(Trial::devices).max().orElse(10));
    }

    private void knee(Plot plot) {
        Integer to = capacity.devicesTo();
        if (to != null && capacity.devicesFrom() > 0) {
            plot.shade(capacity.devicesFrom(), to, "the knee is in here");
        }
        if (capacity.devicesFrom() > 0) {
            plot.mark(to == null ? "carried at least" : "carried", capacity.devicesFrom());
        }
    }

    private static String tip(Trial trial) {
        return String.format(
                Locale.ROOT,
                "%s: %d devices, %.0f polls/s, 99 %% %.1f ms, %s%s",
                trial.kind(),
                trial.devices(),
                trial.achievedPerSecond(),
                trial.p99Ms(),
                trial.verdict(),
                trial.why().isEmpty() ? "" : " (" + trial.why() + ")");
    }
}
