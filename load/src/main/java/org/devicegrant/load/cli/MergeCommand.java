package org.devicegrant.load.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.merge.Merge;
import org.devicegrant.load.objective.Objective;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.result.LoadFiles;
import org.devicegrant.reports.model.LoadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code device-grant load merge}. */
@Command(
        name = "merge",
        description = {
            "Makes one report of those of several injectors of one run (--shard 0/K to K-1/K).",
            "",
            "Counts are added up, percentiles come from the added histograms, objectives are judged again."
        })
final class MergeCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "The --out directories of all injectors.")
    List<Path> directories = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes (default: merged, beside the first).")
    Path out;

    @Option(
            names = "--objective",
            paramLabel = "NAME=LIMIT",
            split = ",",
            description = "What must be reached, besides or instead of what the injectors were told.")
    List<String> objectives = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    boolean help;

    @Override
    public Integer call() throws IOException {
        try {
            LoadReport report = Merge.of(directories, parsed());
            Path directory = out == null ? directories.get(0).toAbsolutePath().resolveSibling("merged") : out;
            LoadFiles.write(report, directory);
            LoadCommand.tell(report, directory, spec.commandLine().getOut());
            return report.exitCode();
        } catch (LoadRefused e) {
            spec.commandLine().getErr().println("device-grant: " + e.getMessage());
            return e.exitCode();
        }
    }

    private List<Objective> parsed() {
        try {
            return objectives.stream().map(Objectives::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new LoadRefused(LoadRefused.WRONG_INPUT, String.valueOf(e.getMessage()));
        }
    }
}
