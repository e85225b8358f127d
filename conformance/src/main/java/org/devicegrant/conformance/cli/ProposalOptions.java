package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.devicegrant.reports.OwnerOnlyFiles;
import org.devicegrant.reports.baseline.BaselineProposal;
import org.devicegrant.reports.model.RunReport;
import picocli.CommandLine.Option;

/** A baseline for what a run has found. */
final class ProposalOptions {
    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Proposes baseline entries for what is not covered yet; the reasons want a person.")
    Path file;

    /**
     * Fails early.
     *
     * @throws UsageFault if the file exists
     */
    void validate() {
        if (file != null && Files.exists(file)) {
            throw new UsageFault(
                    "--write-baseline: " + file + " exists already; choose another name and merge by hand");
        }
    }

    /** Writes the proposal, if that was asked for. */
    void write(RunReport report, Grading grading) {
        if (file == null) {
            return;
        }
        try {
            OwnerOnlyFiles.replace(
                    file, BaselineProposal.render(report.results(), grading.warningsFail(), grading.today()));
        } catch (IOException e) {
            throw new UsageFault("--write-baseline: " + file + " cannot be written");
        }
    }
}
