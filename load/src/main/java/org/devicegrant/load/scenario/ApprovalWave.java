package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.List;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.approval.Approvals;
import org.devicegrant.load.approval.CommandApprovals;
import org.devicegrant.load.approval.FormApprovals;
import org.devicegrant.load.approval.Sessions;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.TrialPlan;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.target.Approving;
import org.devicegrant.reports.model.LoadFindings;

/** A share of the waiting devices is approved within a window. The approved ones take their token and leave. */
final class ApprovalWave implements Scenario {
    @Override
    public Outcome play(Stage stage) {
        LoadOptions options = stage.options();
        Duration ramp = Steady.ramp(stage);
        Arrivals arrivals = new Arrivals(options.devices(), ramp, options.seed());
        Duration countFrom = ramp.plus(stage.period()).plusSeconds(1);
        // Long enough for the last one approved to hear of it.
        Duration least = options.wave().window().plus(stage.period().multipliedBy(3));
        Duration counted = options.duration().compareTo(least) < 0 ? least : options.duration();
        List<Device> fleet = stage.fleet();
        TrialPlan plan = new TrialPlan(
                fleet,
                conduct(options),
                device -> arrivals.of(device.number()),
                countFrom,
                countFrom.plus(counted),
                options.startAt());
        try (Approvers approvers = new Approvers(approvals(stage), chosen(fleet, options), stage)) {
            Measured measured = stage.play(plan, stage.stop(), tick -> {
                if (tick.seconds() * 1e9 >= countFrom.toNanos()) {
                    approvers.start();
                }
                stage.observer().accept(tick);
            });
            LoadFindings findings = new LoadFindings(approvers.findings(), null, List.of(), null, null);
            Outcome outcome = Outcome.ofPolls(measured, 0, ramp)
                    .with(findings)
                    .note("Devices that have their token leave, so fewer and fewer poll.");
            return options.wave().sessions() == Sessions.KEPT
                    ? outcome.note("No code was tried again after its token, since one session approved many codes.")
                    : outcome;
        }
    }

    private static Conduct conduct(LoadOptions options) {
        Conduct waiting = Conduct.waiting(options.pad()).withUserCodes().leaving();
        // A code tried twice may end whatever its user has approved in the same session, and that would be our doing.
        return options.wave().sessions() == Sessions.KEPT ? waiting.withoutRepeats() : waiting;
    }

    /** Spread over all numbers, the same ones for every shard count. */
    private static List<Device> chosen(List<Device> fleet, LoadOptions options) {
        return fleet.stream()
                .filter(device ->
                        device.number() * 0.6180339887 % 1 < options.wave().share())
                .toList();
    }

    private static Approvals approvals(Stage stage) {
        Approving approving = stage.target().approving();
        if (approving == null) {
            throw new LoadRefused(
                    LoadRefused.WRONG_INPUT,
                    "approval-wave needs somebody who approves: give users, and approval.by browser or command, in the"
                            + " target file");
        }
        return approving.command().isEmpty()
                ? new FormApprovals(
                        approving,
                        stage.target().reach(),
                        stage.options().wave().sessions())
                : new CommandApprovals(approving);
    }
}
