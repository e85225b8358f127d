package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.List;
import org.devicegrant.load.run.Measured;
import org.devicegrant.reports.model.LoadFindings;

/**
 * What a scenario has to tell.
 *
 * @param measured the trial whose figures are the run's
 * @param offered polls per second that were offered
 * @param ramp time over which devices arrived
 * @param findings what only this scenario finds out
 * @param notes what a reader should know first
 */
public record Outcome(Measured measured, double offered, Duration ramp, LoadFindings findings, List<String> notes) {
    public Outcome {
        notes = List.copyOf(notes);
    }
}
