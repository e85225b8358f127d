package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.ReportDirectory;

/** Files of an earlier run in the same directory, which would be taken for those of this one. Nothing else is touched. */
final class LeftOvers {
    private static final String SCREENSHOTS = "screenshots";

    private LeftOvers() {}

    static void remove(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(ReportDirectory.EXCHANGES));
            for (Format format : Format.values()) {
                Files.deleteIfExists(directory.resolve(format.fileName()));
            }
            for (Path picture : pictures(directory.resolve(SCREENSHOTS))) {
                Files.deleteIfExists(picture);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the report of an earlier run in " + directory + " cannot be removed", e);
        }
    }

    private static List<Path> pictures(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".png")).toList();
        }
    }
}
