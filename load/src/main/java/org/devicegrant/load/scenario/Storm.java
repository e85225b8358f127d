package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.List;
import org.devicegrant.load.run.TrialPlan;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.reports.model.LoadFindings;

/** All devices ask for their code at the same moment and from then on poll in step. Every request counts. */
final class Storm implements Scenario {
    @Override
    public Outcome play(Stage stage) {
        LoadOptions options = stage.options();
        Duration ramp = options.ramp() == null ? Duration.ZERO : options.ramp();
        Arrivals arrivals = new Arrivals(options.devices(), ramp, options.seed());
        TrialPlan plan = new TrialPlan(
                stage.fleet(),
                Conduct.waiting(options.pad()),
                device -> arrivals.of(device.number()),
                Duration.ZERO,
                options.duration(),
                options.startAt());
        return new Outcome(stage.play(plan), stage.offered(), ramp, LoadFindings.none(), List.of());
    }
}
