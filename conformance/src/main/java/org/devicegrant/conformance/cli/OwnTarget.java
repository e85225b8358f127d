package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.reports.OwnerOnlyFiles;

/** The files that describe an embedded server, for their owner alone: secrets of clients and a private key are in them. */
final class OwnTarget {
    private OwnTarget() {}

    /** In a directory of their own below the temporary one; the path of the target file. */
    static Path write(EmbeddedServer server) throws IOException {
        return server.targetFile(Files.createTempDirectory("device-grant-serve-"));
    }

    /**
     * The target file as {@code file}, and what it names beside it under the server's own names. The target file comes
     * last: once it is there, everything is.
     *
     * @return {@code file}
     */
    static Path write(EmbeddedServer server, Path file) throws IOException {
        Path written = write(server);
        Path directory = file.toAbsolutePath().resolveSibling("");
        OwnerOnlyFiles.createDirectories(directory);
        for (Path from : beside(written)) {
            bring(from, directory.resolve(from.getFileName()));
        }
        bring(written, file);
        Files.delete(written.resolveSibling(""));
        return file;
    }

    private static List<Path> beside(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
            return files.filter(other -> !other.equals(file)).toList();
        }
    }

    private static void bring(Path from, Path to) throws IOException {
        OwnerOnlyFiles.replace(to, Files.readAllBytes(from));
        Files.delete(from);
    }
}
