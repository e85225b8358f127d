package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.Percentiles;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.StopSignal;
import org.devicegrant.load.run.TrialPlan;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Device;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadFindings.BacklogStep;

/**
 * Codes that nobody polls pile up by decades; at each size a fixed number of devices polls, and only the pile differs.
 */
final class Backlog implements Scenario {
    private static final long FIRST = 1_000;
    private static final int REQUESTERS = 64;
    private static final Duration LONGEST_GROWTH = Duration.ofHours(12);

    @Override
    public Outcome play(Stage stage) {
        Pile pile = new Pile(stage.announced().lifetime(), stage.clock());
        List<BacklogStep> steps = new ArrayList<>();
        Outcome last = measure(stage);
        steps.add(step(0, last, 0));
        for (long size : sizes(stage.options().wave().codes())) {
            if (stage.stop().raised()) {
                break;
            }
            double rate = grow(stage, pile, size);
            last = measure(stage);
            steps.add(step(pile.alive(), last, rate));
        }
        return last.with(new LoadFindings(null, null, steps, null, null)).note(remark(stage, pile));
    }

    private static List<Long> sizes(long most) {
        List<Long> sizes = new ArrayList<>();
        for (long size = FIRST; size < most; size *= 10) {
            sizes.add(size);
        }
        sizes.add(most);
        return sizes;
    }

    /** Devices that poll while the pile lies; the pile itself is left alone. */
    private static Outcome measure(Stage stage) {
        return new Steady().play(stage);
    }

    /** Issues codes as fast as the cap allows, until the pile has the size or cannot grow. Returns codes per second. */
    private static double grow(Stage stage, Pile pile, long size) {
        StopSignal enough = stage.stop().part();
        double rate = stage.options().limits().pollsPerSecond();
        List<Device> devices =
                Fleet.of(stage.target(), REQUESTERS, stage.options().shard());
        Duration period = Duration.ofNanos((long) (REQUESTERS / rate * 1e9));
        long needed = size - pile.alive();
        TrialPlan plan = new TrialPlan(
                devices,
                Conduct.issuing(period),
                device -> (long) (device.number() / rate * 1e9),
                Duration.ZERO,
                LONGEST_GROWTH,
                null);
        Measured measured = stage.play(plan, enough, tick -> {
            long issued = tick.answers().of(AnswerKind.AUTHORIZED);
            if (issued >= needed
                    || tick.seconds() > stage.announced().lifetime().toSeconds()) {
                enough.raise("the pile has its size");
            }
            stage.observer().accept(tick);
        });
        pile.add(measured.allAnswers().of(AnswerKind.AUTHORIZED));
        return measured.issuedPerSecond();
    }

    private static BacklogStep step(long alive, Outcome outcome, double rate) {
        return new BacklogStep(alive, Percentiles.of(outcome.measured().distribution(Metric.LATENCY)), rate);
    }

    private static String remark(Stage stage, Pile pile) {
        return pile.alive() >= stage.options().wave().codes()
                ? "The whole backlog was reached."
                : "The backlog could not grow to " + stage.options().wave().codes() + " codes within their lifetime of "
                        + stage.announced().lifetime().toSeconds() + " s.";
    }
}
