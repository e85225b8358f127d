package org.devicegrant.load.scenario;

import java.util.List;
import org.devicegrant.load.measure.Timeline.Slice;
import org.devicegrant.load.measure.Trend;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadFindings.Drift;

/** Steady for a long time, with a look at whether latency grows. */
final class Soak implements Scenario {
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
        Trend p50 = Trend.of(
                hours,
                counted.stream()
                        .mapToDouble(slice -> slice.p50Micros() / 1000.0)
                        .toArray());
        Trend p99 = Trend.of(
                hours,
                counted.stream()
                        .mapToDouble(slice -> slice.p99Micros() / 1000.0)
                        .toArray());
        Drift drift = new Drift(p50.slope(), p99.slope(), p50.significant());
        return outcome.with(new LoadFindings(null, null, List.of(), drift, null));
    }
}
