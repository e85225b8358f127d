package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.List;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.TrialPlan;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Device;

/**
 * Device authorization requests along a fixed schedule. Many requesters share it, each with a slot of its own, so that a
 * slow server finds the next request waiting and not the schedule stretched.
 */
final class Issuance implements Scenario {
    /** A requester asks once in this time: the longest latency that does not delay the schedule. */
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private static final Duration SETTLING = Duration.ofSeconds(2);

    @Override
    public Outcome play(Stage stage) {
        LoadOptions options = stage.options();
        double rate = options.wave().rate();
        Measured measured = stage.play(plan(stage, rate, options.duration()));
        return Outcome.ofIssuance(measured, rate / options.shard().of())
                .note(String.format(
                        java.util.Locale.ROOT,
                        "%.1f codes a second were asked for, %.1f were issued.",
                        rate,
                        measured.issuedPerSecond()));
    }

    private static TrialPlan plan(Stage stage, double rate, Duration duration) {
        int requesters = (int) Math.max(1, Math.ceil(rate * PERIOD.toSeconds()));
        Duration period = Duration.ofNanos((long) (requesters / rate * 1e9));
        List<Device> devices =
                Fleet.of(stage.target(), requesters, stage.options().shard());
        return new TrialPlan(
                devices,
                Conduct.issuing(period),
                device -> (long) (device.number() / rate * 1e9),
                SETTLING,
                SETTLING.plus(duration),
                stage.options().startAt());
    }
}
