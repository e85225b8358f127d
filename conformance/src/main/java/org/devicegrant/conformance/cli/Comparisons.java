package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.OwnerOnlyFiles;
import org.devicegrant.reports.compare.Badge;
import org.devicegrant.reports.compare.Change;
import org.devicegrant.reports.compare.DiffReport;
import org.devicegrant.reports.compare.Matrix;
import org.devicegrant.reports.compare.MatrixReport;
import org.devicegrant.reports.compare.RunDiff;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/** Several runs side by side. */
final class Comparisons {
    private final Voice voice;
    private final OutputOptions output;
    private final List<Path> written = new ArrayList<>();

    Comparisons(Voice voice, OutputOptions output) {
        this.voice = voice;
        this.output = output;
    }

    /** 1 if a requirement is newly broken, or broken in another way; else 0. */
    int diff(RunReport before, RunReport after) {
        RunDiff diff = RunDiff.of(before, after);
        Set<Format> formats = output.formats();
        Path directory = output.directory("diff");
        write(formats, Format.HTML, directory.resolve("diff.html"), () -> DiffReport.html(diff));
        write(formats, Format.JSON, directory.resolve("diff.json"), () -> DiffReport.json(diff));
        write(formats, Format.MARKDOWN, directory.resolve("diff.md"), () -> DiffReport.markdown(diff));
        if (!voice.quiet()) {
            voice.out().print(DiffReport.markdown(diff));
        }
        finish(directory);
        return diff.changes().stream().anyMatch(Comparisons::broken) ? ExitCodes.FAILED : ExitCodes.CONFORMS;
    }

    private static boolean broken(Change change) {
        boolean failing = change.after() != null && change.after().verdict() == Verdict.FAIL;
        return failing && (change.kind() == Change.Kind.BROKEN || change.kind() == Change.Kind.OTHERWISE);
    }

    /** Always 0: servers that differ are no failure. */
    int matrix(List<RunReport> runs) {
        Matrix matrix = Matrix.of(runs);
        Set<Format> formats = output.formats();
        Path directory = output.directory("matrix");
        write(formats, Format.HTML, directory.resolve("matrix.html"), () -> MatrixReport.html(matrix));
        write(formats, Format.JSON, directory.resolve("matrix.json"), () -> MatrixReport.json(matrix));
        write(formats, Format.MARKDOWN, directory.resolve("matrix.md"), () -> MatrixReport.markdown(matrix));
        for (int index = 0; index < runs.size(); index++) {
            RunReport run = runs.get(index);
            String name = (index + 1) + "-" + OutputOptions.safe(run.target().name());
            write(formats, Format.HTML, directory.resolve("badge-" + name + ".svg"), () -> Badge.svg(run));
        }
        finish(directory);
        return ExitCodes.CONFORMS;
    }

    /** Text that is only made where somebody wants it. */
    private interface Text {
        String render();
    }

    private void write(Set<Format> formats, Format format, Path file, Text text) {
        if (formats.contains(format)) {
            try {
                OwnerOnlyFiles.createDirectories(file.resolveSibling(""));
                OwnerOnlyFiles.replace(file, text.render());
                written.add(file);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be written", e);
            }
        }
    }

    /** The last line is the path that a script wants. */
    private void finish(Path directory) {
        voice.out().println(written.isEmpty() ? directory : written.get(0));
        voice.out().flush();
    }
}
