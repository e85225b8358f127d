package org.devicegrant.conformance.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.conformance.requirement.Profile;
import org.devicegrant.reports.ReportDirectory;
import org.devicegrant.reports.model.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code report}: from what runs have left, with no server at hand. */
@Command(
        name = "report",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Works on what runs have left, with no server at hand: renders one run again, grades it again under another"
                    + " profile or baseline, compares two runs (--diff), or puts many servers side by side (--matrix).",
            "The exit code is that of the run as graded; of --diff, 1 if something is newly broken."
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @ParentCommand
    DeviceGrant parent;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Report directories; the earlier run first.")
    List<Path> directories = new ArrayList<>();

    @Option(names = "--diff", description = "What changed from the first run to the second.")
    boolean diff;

    @Option(names = "--matrix", description = "Requirements by servers.")
    boolean matrix;

    @Option(
            names = "--profile",
            paramLabel = "core|security|interop|kiosk|all",
            description = "Grade under another profile than that of the run.")
    Profile profile;

    @Mixin
    GradingOptions grading = new GradingOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    PackOptions pack = new PackOptions();

    private final Surroundings surroundings;

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        pack.validate();
        if (diff && matrix) {
            throw new UsageFault("either --diff or --matrix");
        }
        List<ReportDirectory.Contents> runs = directories.stream()
                .map(directory -> regraded(new ReportDirectory(directory).read()))
                .toList();
        Voice voice = Voice.of(spec, surroundings, parent);
        if (matrix) {
            return new Comparisons(voice, output).matrix(runs(runs));
        }
        if (diff) {
            requireRuns(runs, 2, "--diff compares two runs");
            return new Comparisons(voice, output)
                    .diff(runs.get(0).run(), runs.get(1).run());
        }
        requireRuns(runs, 1, "one run is rendered at a time; for several, add --diff or --matrix");
        int code = new Rendering(voice, output).again(directories.get(0), runs.get(0));
        pack.write(output.directory == null ? directories.get(0) : output.directory);
        return code;
    }

    private static void requireRuns(List<?> runs, int count, String otherwise) {
        if (runs.size() != count) {
            throw new UsageFault(otherwise + ", not " + runs.size());
        }
    }

    private static List<RunReport> runs(List<ReportDirectory.Contents> contents) {
        return contents.stream().map(ReportDirectory.Contents::run).toList();
    }

    private ReportDirectory.Contents regraded(ReportDirectory.Contents contents) {
        RunReport run = contents.run();
        RunReport under =
                profile == null || profile.word().equals(run.profile()) ? run : ProfileChange.to(profile, run);
        boolean fault = run.exitCode() == ExitCodes.OUR_FAULT;
        return new ReportDirectory.Contents(grading.grading().grade(under, fault), contents.exchanges());
    }
}
