package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.OwnerOnlyFiles;
import org.devicegrant.reports.ReportDirectory;

/** Renders one run again, where it lies or elsewhere. */
final class Rendering {
    private static final String SCREENSHOTS = "screenshots";

    private final Voice voice;
    private final OutputOptions output;

    Rendering(Voice voice, OutputOptions output) {
        this.voice = voice;
        this.output = output;
    }

    /** The exit code of the run. */
    int again(Path from, ReportDirectory.Contents contents) {
        Path to = output.directory == null ? from : output.directory;
        Set<Format> formats = output.formats();
        ReportDirectory goal = new ReportDirectory(to);
        goal.create();
        if (!to.toAbsolutePath().normalize().equals(from.toAbsolutePath().normalize())) {
            bringEvidence(from, to);
        }
        goal.write(contents.run(), contents.exchanges(), formats);
        Path index = formats.contains(Format.HTML) ? goal.index() : to;
        voice.out().print(voice.summary(contents.run(), index));
        voice.out().flush();
        return contents.run().exitCode();
    }

    /** The page refers to pictures beside it, and a run without its exchanges could not be graded again. */
    private static void bringEvidence(Path from, Path to) {
        copy(from.resolve(ReportDirectory.EXCHANGES), to.resolve(ReportDirectory.EXCHANGES));
        for (Path picture : pictures(from.resolve(SCREENSHOTS))) {
            copy(picture, to.resolve(SCREENSHOTS).resolve(picture.getFileName()));
        }
    }

    private static List<Path> pictures(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be read", e);
        }
    }

    private static void copy(Path from, Path to) {
        if (!Files.exists(from)) {
            return;
        }
        try {
            OwnerOnlyFiles.createDirectories(to.resolveSibling(""));
            OwnerOnlyFiles.replace(to, Files.readAllBytes(from));
        } catch (IOException e) {
            throw new UncheckedIOException(from + " cannot be copied to " + to, e);
        }
    }
}
