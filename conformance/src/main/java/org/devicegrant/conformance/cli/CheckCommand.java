package org.devicegrant.conformance.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.devicegrant.conformance.check.RunOptions;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.reports.model.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code check}: the conformance run. */
@Command(
        name = "check",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Checks a server against the catalogue and writes a report.",
            "Exit code 0 if it conforms, 1 if it does not, 2 for a wrong command line or target file, 3 if the server"
                    + " cannot be reached, 4 if nothing was proved, 5 if the baseline is stale."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @ParentCommand
    DeviceGrant parent;

    @Mixin
    TargetOptions targetOptions;

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--max-wait",
            defaultValue = "15m",
            paramLabel = "DURATION",
            description = "Checks that would need longer waits are inconclusive (default: 15m).")
    Duration maxWait = Duration.ofMinutes(15);

    @Option(
            names = "--parallel",
            defaultValue = "" + RunOptions.ALL_AT_ONCE,
            paramLabel = "N",
            description = "How many checks may be under way at once; they mostly wait (default: 256).")
    int parallel = RunOptions.ALL_AT_ONCE;

    @Mixin
    GradingOptions grading = new GradingOptions();

    @Mixin
    ProposalOptions proposal = new ProposalOptions();

    @Mixin
    PackOptions pack = new PackOptions();

    @Option(names = "--yes", description = "Never ask anything.")
    boolean yes;

    private final Surroundings surroundings;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.targetOptions = new TargetOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        if (parallel < 1) {
            throw new UsageFault("--parallel must be at least 1");
        }
        selection.requirements(Catalogue.load());
        pack.validate();
        proposal.validate();
        Target target = targetOptions.target();
        Assignment assignment = new Assignment(
                target,
                new RunOptions(output.directory(target.name()), selection.selection(), maxWait, parallel, true),
                output.formats(),
                grading.grading(),
                yes);
        Voice voice = Voice.of(spec, surroundings, parent);
        Assessment assessment = new Assessment(assignment, surroundings, voice);
        RunReport report = assessment.run();
        pack.write(assignment.directory());
        proposal.write(report, assignment.grading());
        voice.out().print(assessment.summary(report));
        voice.out().flush();
        return report.exitCode();
    }
}
