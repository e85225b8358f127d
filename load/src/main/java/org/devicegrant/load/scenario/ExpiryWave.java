package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.List;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.measure.Timeline.Slice;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.TrialPlan;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadFindings.Renewal;
import org.jspecify.annotations.Nullable;

/**
 * Codes that were given out together expire together; every device learns it at its next poll and asks for a new code.
 * Figures count from shortly before the end of the codes.
 */
final class ExpiryWave implements Scenario {
    private static final Duration BEFORE = Duration.ofSeconds(2);

    @Override
    public Outcome play(Stage stage) {
        LoadOptions options = stage.options();
        Duration lifetime = stage.announced().lifetime();
        if (lifetime.compareTo(options.limits().duration()) > 0) {
            throw new LoadRefused(
                    LoadRefused.WRONG_INPUT,
                    "codes of this server live " + lifetime.toSeconds() + " s, longer than a run may take: configure a"
                            + " client with a shorter lifetime, or raise --max-duration");
        }
        Duration ramp = options.ramp() == null ? stage.period() : options.ramp();
        Arrivals arrivals = new Arrivals(options.devices(), ramp, options.seed());
        Duration countFrom = lifetime.minus(BEFORE).isNegative() ? Duration.ZERO : lifetime.minus(BEFORE);
        TrialPlan plan = new TrialPlan(
                stage.fleet(),
                Conduct.waiting(options.pad()),
                device -> arrivals.of(device.number()),
                countFrom,
                lifetime.plus(ramp).plus(stage.period()).plus(options.duration()),
                options.startAt());
        Measured measured = stage.play(plan);
        LoadFindings findings = new LoadFindings(null, renewal(measured), List.of(), null, null);
        return Outcome.ofPolls(measured, 0, ramp).with(findings);
    }

    private static Renewal renewal(Measured measured) {
        long expired =
                measured.answers().of(AnswerKind.EXPIRED) + measured.answers().of(AnswerKind.INVALID_GRANT);
        long renewed = measured.answers().of(AnswerKind.AUTHORIZED);
        return new Renewal(expired, renewed, renewed < expired ? null : recovered(measured.slices()));
    }

    /** From the first code that was seen to be dead to the last new one after it, to the second. */
    private static @Nullable Long recovered(List<Slice> slices) {
        double first = -1;
        double last = -1;
        for (Slice slice : slices) {
            if (first < 0 && slice.answers().of(AnswerKind.EXPIRED) > 0) {
                first = slice.startSeconds();
            }
            if (first >= 0 && slice.answers().of(AnswerKind.AUTHORIZED) > 0) {
                last = slice.startSeconds() + slice.seconds();
            }
        }
        return first < 0 || last < 0 ? null : Math.round((last - first) * 1000);
    }
}
