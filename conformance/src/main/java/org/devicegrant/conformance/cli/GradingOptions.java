package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.reports.baseline.Baseline;
import org.devicegrant.reports.baseline.BaselineReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What counts as a failed run. */
final class GradingOptions {
    /** From which verdict on a run fails. */
    enum FailOn {
        FAIL,
        WARNING
    }

    @Option(
            names = "--fail-on",
            defaultValue = "fail",
            paramLabel = "fail|warning",
            description = "From which verdict on the exit code is 1 (default: fail).")
    FailOn failOn = FailOn.FAIL;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Known deviations, each with a reason and a last day, that do not fail the run.")
    Path baseline;

    /**
     * Reads the baseline, if there is one.
     *
     * @throws UsageFault if it cannot be read
     * @throws org.devicegrant.reports.baseline.WrongBaseline if it is wrong
     */
    Grading grading() {
        LocalDate today = LocalDate.ofInstant(Clock.system().wallTime(), ZoneId.systemDefault());
        return new Grading(failOn == FailOn.WARNING, read(), today);
    }

    private @Nullable Baseline read() {
        if (baseline == null) {
            return null;
        }
        try {
            return BaselineReader.read(Files.readString(baseline), baseline.toString());
        } catch (NoSuchFileException e) {
            throw new UsageFault("--baseline: there is no file " + baseline);
        } catch (CharacterCodingException e) {
            throw new UsageFault("--baseline: " + baseline + " is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageFault("--baseline: " + baseline + " cannot be read");
        }
    }
}
