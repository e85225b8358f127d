package org.devicegrant.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that hold evidence: readable by their owner alone where the file system knows owners, and replaced in one step,
 * so that a reader sees the old file or the new one and never half of one.
 */
public final class OwnerOnlyFiles {

    private OwnerOnlyFiles() {}

    /** Puts {@code text} in place of {@code file}, as UTF-8. */
    public static void replace(Path file, String text) throws IOException {
        replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts {@code content} in place of {@code file}, whether or not it existed. A pipe or a device is written to. */
    public static void replace(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.write(file, content);
            return;
        }
        Path directory = file.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(
                directory, "." + file.getFileName(), ".part", attributes(file.getFileSystem(), "rw-------"));
        try {
            Files.write(temporary, content);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A stream into a new {@code file}; one of that name goes first. Nothing is buffered. */
    public static OutputStream create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return append(file);
    }

    /** A stream onto the end of {@code file}, which is created if absent. Nothing is buffered. */
    static OutputStream append(Path file) throws IOException {
        return Channels.newOutputStream(FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                attributes(file.getFileSystem(), "rw-------")));
    }

    /** Creates {@code directory} and those above it. An existing one keeps its rights. */
    public static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes(directory.getFileSystem(), "rwx------"));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] attributes(FileSystem system, String permissions) {
        return system.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
