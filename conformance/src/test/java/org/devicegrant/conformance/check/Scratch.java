package org.devicegrant.conformance.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories of tests that outlive a test method, below the module's own output, so that nothing litters the machine. */
public final class Scratch {
    private static final Path PLACE = Path.of("target", "scratch");

    private Scratch() {}

    /**
     * A new directory.
     *
     * @param prefix what its name begins with
     */
    public static Path directory(String prefix) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(PLACE), prefix);
    }
}
