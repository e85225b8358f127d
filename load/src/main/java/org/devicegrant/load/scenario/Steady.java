package org.devicegrant.load.scenario;

import java.time.Duration;
import org.devicegrant.load.run.TrialPlan;
import org.devicegrant.load.step.Conduct;

/**
 * Devices that arrive one after the other and then wait, each polling lawfully. Figures count once the last has arrived
 * and polled.
 */
public final class Steady implements Scenario {
    /** Arrivals are held to this rate unless a ramp is given: issuing a code costs a server much more than a poll. */
    private static final int ARRIVALS_PER_SECOND = 200;
    /** One poll in so many comes too early on purpose: enough to see that the server goes on enforcing its interval. */
    private static final int BURST_EVERY = 500;

    @Override
    public Outcome play(Stage stage) {
        Outcome outcome = Outcome.ofPolls(stage.play(plan(stage)), stage.offered(), ramp(stage));
        return stage.announced().enforcesInterval()
                ? outcome.note("One poll in " + BURST_EVERY
                        + " came within the interval on purpose: slow_down is the right answer to it.")
                : outcome;
    }

    /** Who polls when. */
    public static TrialPlan plan(Stage stage) {
        LoadOptions options = stage.options();
        Duration ramp = ramp(stage);
        boolean enforced = stage.announced().enforcesInterval();
        Arrivals arrivals = new Arrivals(options.devices(), ramp, options.seed());
        Duration countFrom = ramp.plus(stage.period()).plusSeconds(1);
        return new TrialPlan(
                stage.fleet(),
                Conduct.waiting(options.pad()).withBursts(enforced ? BURST_EVERY : 0),
                device -> arrivals.of(device.number()),
                countFrom,
                countFrom.plus(options.duration()),
                options.startAt());
    }

    static Duration ramp(Stage stage) {
        LoadOptions options = stage.options();
        if (options.ramp() != null) {
            return options.ramp();
        }
        Duration least = Duration.ofMillis(1000L * options.devices() / ARRIVALS_PER_SECOND);
        return least.compareTo(stage.period()) > 0 ? least : stage.period();
    }
}
