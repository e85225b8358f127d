package org.devicegrant.load.scenario;

import java.time.Duration;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.TrialPlan;
import org.devicegrant.load.step.Conduct;

/** All devices ask for their code at the same moment and from then on poll in step. Every request counts. */
final class Storm implements Scenario {
    @Override
    public Outcome play(Stage stage) {
        LoadOptions options = stage.options();
        Arrivals arrivals = new Arrivals(options.devices(), ramp(options), options.seed());
        TrialPlan plan = new TrialPlan(
                stage.fleet(),
                Conduct.waiting(options.pad()),
                device -> arrivals.of(device.number()),
                Duration.ZERO,
                options.duration(),
                options.startAt());
        return outcome(stage, stage.play(plan));
    }

    /** Until the last device has its code and has waited once, nobody has to poll. */
    static Outcome outcome(Stage stage, Measured measured) {
        Duration ramp = ramp(stage.options());
        return Outcome.ofPolls(measured, stage.offered(), ramp, ramp.plus(stage.period()))
                .note("Every request counts, the first ones too: devices that are in step come in waves.");
    }

    private static Duration ramp(LoadOptions options) {
        return options.ramp() == null ? Duration.ZERO : options.ramp();
    }
}
