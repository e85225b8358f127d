package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.load.measure.Demand;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Measured;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario has to tell.
 *
 * @param measured the trial whose figures are the run's
 * @param offered polls per second that were offered
 * @param keptUp whether the server did what was offered
 * @param ramp time over which devices arrived
 * @param judged the distribution that objectives are about
 * @param findings what only this scenario finds out
 * @param notes what a reader should know first
 * @param closing what the scenario itself says about the end, or null if that follows from the figures
 */
public record Outcome(
        Measured measured,
        double offered,
        boolean keptUp,
        Duration ramp,
        Metric judged,
        LoadFindings findings,
        List<String> notes,
        @Nullable Closing closing) {
    public Outcome {
        notes = List.copyOf(notes);
    }

    /** Of devices that polled. */
    static Outcome ofPolls(Measured measured, double offered, Duration ramp) {
        Demand demand = new Demand(offered, measured.plan().devices().size());
        boolean keptUp = demand.metBy(measured.answers().polls(), measured.seconds());
        return new Outcome(measured, offered, keptUp, ramp, Metric.LATENCY, LoadFindings.none(), List.of(), null);
    }

    /** Of devices that asked for codes, at that rate. */
    static Outcome ofIssuance(Measured measured, double rate) {
        Demand demand = new Demand(rate, measured.plan().devices().size());
        boolean keptUp = demand.metBy(measured.answers().of(AnswerKind.AUTHORIZED), measured.seconds());
        return new Outcome(measured, 0, keptUp, Duration.ZERO, Metric.ISSUANCE, LoadFindings.none(), List.of(), null);
    }

    /** The same with findings. */
    Outcome with(LoadFindings more) {
        return new Outcome(measured, offered, keptUp, ramp, judged, more, notes, closing);
    }

    /** The same with a further note. */
    Outcome note(String sentence) {
        List<String> all = new ArrayList<>(notes);
        all.add(sentence);
        return new Outcome(measured, offered, keptUp, ramp, judged, findings, all, closing);
    }

    /**
     * How a run ended that has more to say about it than its figures.
     *
     * @param objectives those it was held to
     * @param stopped why it ended before its time, or null
     * @param limitedBy what the limit was
     * @param exitCode the process's exit code
     */
    public record Closing(Objectives objectives, @Nullable String stopped, LimitedBy limitedBy, int exitCode) {}
}
