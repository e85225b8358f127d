package org.devicegrant.load.scenario;

import java.util.List;
import org.devicegrant.load.measure.Timeline.Slice;
import org.devicegrant.load.measure.Trend;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadFindings.Drift;

/** Steady for a long time, with a look at whether latency grows. */
public final class Soak implements Scenario {
    @Override
    public Outcome play(Stage stage) {
        Outcome outcome = new Steady().play(stage);
        double from = outcome.ramp().plus(stage.period()).toNanos() / 1e9;
        List<Slice> counted = outcome.measured().slices().stream()
                .filter(slice -> slice.startSeconds() >= from && slice.maxMicros() > 0)
                .toList();
        double[] hours = counted.stream()
                .mapToDouble(slice -> slice.startSeconds() / 3600)
                .toArray();
        Drift drift = drift(
                hours,
                counted.stream()
                        .mapToDouble(slice -> slice.p50Micros() / 1000.0)
                        .toArray(),
                counted.stream()
                        .mapToDouble(slice -> slice.p99Micros() / 1000.0)
                        .toArray());
        return outcome.with(new LoadFindings(null, null, List.of(), drift, null));
    }

    /** Whether milliseconds of latency grow with hours. */
    public static Drift drift(double[] hours, double[] p50, double[] p99) {
        Trend median = Trend.of(hours, p50);
        return new Drift(median.slope(), Trend.of(hours, p99).slope(), median.significant());
    }
}
