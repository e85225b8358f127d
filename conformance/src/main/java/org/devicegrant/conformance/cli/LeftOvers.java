package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Pictures of an earlier run in the same directory, which would be taken for those of this one. */
final class LeftOvers {
    private LeftOvers() {}

    static void remove(Path directory) {
        Path pictures = directory.resolve("screenshots");
        if (!Files.isDirectory(pictures)) {
            return;
        }
        try (Stream<Path> files = Files.list(pictures)) {
            for (Path picture :
                    files.filter(file -> file.toString().endsWith(".png")).toList()) {
                Files.deleteIfExists(picture);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the pictures of an earlier run in " + pictures + " cannot be removed", e);
        }
    }
}
