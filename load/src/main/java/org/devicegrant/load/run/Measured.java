package org.devicegrant.load.run;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.devicegrant.load.measure.Answers;
import org.devicegrant.load.measure.Health;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.Mishaps;
import org.devicegrant.load.measure.PerConstant;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.measure.Timeline;
import org.devicegrant.load.measure.Window;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.step.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a trial has measured.
 *
 * @param plan what was planned
 * @param seconds length of the part of the window that is over
 * @param answers answers to requests that were due in the window
 * @param allAnswers those of the whole trial
 * @param distributions of the window, in microseconds
 * @param slices the trial over time
 * @param health of generator and machine in the window, or null if the window was not reached
 * @param violations of the whole trial
 * @param unanswered requests that were due in the window and have no answer yet; the distributions hold how long they
 *     have waited so far
 * @param unsent requests that were due in the window and never begun; the schedule errors hold how late they are
 * @param silences why requests of the whole trial got no answer, and how often
 * @param mishaps what happened to the generator apart from these
 * @param stopped why it ended before its time, or null if it did not
 * @param failed whether it ended because the server had failed
 */
public record Measured(
        TrialPlan plan,
        double seconds,
        Answers answers,
        Answers allAnswers,
        PerConstant<Metric, Histogram> distributions,
        List<Timeline.Slice> slices,
        @Nullable Health health,
        Violations violations,
        long unanswered,
        long unsent,
        Map<String, Long> silences,
        Mishaps mishaps,
        @Nullable String stopped,
        boolean failed) {

    static Measured of(
            TrialPlan plan,
            Takeoff air,
            @Nullable Health health,
            Violations violations,
            boolean outOfMemory,
            StopSignal stop,
            long now) {
        Window window = air.window();
        Recording recording = air.recording();
        PerConstant<Metric, Histogram> distributions = recording.measured();
        List<Device> unanswered = plan.devices().stream()
                .filter(device -> device.underway() && window.holds(device.due()))
                .toList();
        // They wait at least this long: left out, a server that hangs would look fast.
        for (Device device : unanswered) {
            Metric metric = device.needsCode() ? Metric.ISSUANCE : Metric.LATENCY;
            distributions.get(metric).recordValue(Math.max(0, (now - device.due()) / 1000));
        }
        List<Device> unsent = plan.devices().stream()
                .filter(device -> device.waits() && window.holds(device.due()) && device.due() - now < 0)
                .toList();
        // Left out, a generator that stood still would look punctual.
        for (Device device : unsent) {
            distributions.get(Metric.LATENESS).recordValue((now - device.due()) / 1000);
        }
        return new Measured(
                plan,
                Math.max(0, (Math.min(now, window.to()) - window.from()) / 1e9),
                recording.answers(),
                recording.allAnswers(),
                distributions,
                air.timeline().slices(),
                health,
                violations,
                unanswered.size(),
                unsent.size(),
                recording.silences(),
                mishaps(plan, air, outOfMemory, now),
                stop.reason(),
                stop.failed());
    }

    private static Mishaps mishaps(TrialPlan plan, Takeoff air, boolean outOfMemory, long now) {
        long begin = air.window().from();
        long neverBegun = plan.devices().stream()
                .filter(device -> device.waits() && device.due() - begin < 0 && device.due() - now < 0)
                .count();
        return new Mishaps(
                air.standstill().longestMillis(),
                air.recording().latenessOutside().getValueAtPercentile(90) / 1000.0,
                neverBegun,
                outOfMemory);
    }

    /** The same with the violations of other trials too. */
    public Measured with(Violations all) {
        return new Measured(
                plan,
                seconds,
                answers,
                allAnswers,
                distributions,
                slices,
                health,
                all,
                unanswered,
                unsent,
                silences,
                mishaps,
                stopped,
                failed);
    }

    /** A distribution of the window. */
    public Histogram distribution(Metric metric) {
        return distributions.get(metric);
    }

    /** Polls answered per second of the window. */
    public double pollsPerSecond() {
        return seconds <= 0 ? 0 : answers.polls() / seconds;
    }

    /** Codes issued per second of the window. */
    public double issuedPerSecond() {
        return seconds <= 0 ? 0 : answers.of(AnswerKind.AUTHORIZED) / seconds;
    }
}
