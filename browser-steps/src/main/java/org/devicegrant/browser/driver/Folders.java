package org.devicegrant.browser.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.devicegrant.browser.BrowserFailure;

/** Removes profile folders. */
final class Folders {
    private Folders() {}

    /** A new folder for a profile. */
    static Path temporary() {
        try {
            return Files.createTempDirectory("device-grant-browser");
        } catch (IOException e) {
            throw new BrowserFailure("no folder for a browser profile can be made: " + e.getMessage());
        }
    }

    /** Best effort: a browser that is still dying may hold files for a moment, and a leftover folder does no harm. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
