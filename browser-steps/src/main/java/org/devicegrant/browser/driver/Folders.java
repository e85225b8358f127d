package org.devicegrant.browser.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.devicegrant.browser.BrowserFailure;

/** Profile folders and pictures: what a signed-in user saw is for the owner of this process alone. */
final class Folders {
    private Folders() {}

    /** A new folder for a profile, which no other user can look into; {@link Profiles} knows when its owner is gone. */
    static Path temporary() {
        try {
            return Profiles.create();
        } catch (IOException e) {
            throw new BrowserFailure("no folder for a browser profile can be made: " + e.getMessage());
        }
    }

    /** Best effort: a browser that is still dying may hold files for a moment, and a leftover folder does no harm. */
    static void delete(Path folder) {
        Profiles.release(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    /** Writes a file that only its owner reads, into a folder that is made like that if need be. */
    static void write(Path folder, String name, byte[] bytes) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, rights(folder.getFileSystem(), "rwx------"));
        }
        try (SeekableByteChannel file = Files.newByteChannel(
                folder.resolve(name),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                rights(folder.getFileSystem(), "rw-------"))) {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                file.write(rest);
            }
        }
    }

    private static FileAttribute<?>[] rights(FileSystem system, String rights) {
        return system.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
