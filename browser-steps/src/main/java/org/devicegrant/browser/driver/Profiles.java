package org.devicegrant.browser.driver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which profile folder. A process that is killed leaves its profiles, with signed-in sessions in them, and its
 * browsers. Each folder therefore holds a file that its owner keeps locked: the system gives the lock back however the
 * owner ends, and the next one who starts a browser clears up.
 */
final class Profiles {
    private static final String PREFIX = "device-grant-browser";
    private static final String LOCK = "owner.lock";
    private static final Map<Path, FileChannel> OWN = new ConcurrentHashMap<>();

    private Profiles() {}

    static Path create() throws IOException {
        Path folder = Files.createTempDirectory(PREFIX).toAbsolutePath();
        Path parent = folder.getParent();
        if (OWN.isEmpty() && parent != null) {
            clear(parent);
        }
        own(folder);
        return folder;
    }

    /** Locked before it gets its name, or somebody else might take it for one that was left. */
    private static void own(Path folder) throws IOException {
        Path unborn = folder.resolve(LOCK + ".new");
        FileChannel channel = FileChannel.open(unborn, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OWN.put(folder, channel);
        try {
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            channel.lock();
            Files.move(unborn, folder.resolve(LOCK));
        } catch (IOException e) {
            // A place that cannot lock, or not rename what is open, only loses the clearing up.
            release(folder);
        }
    }

    static void release(Path folder) {
        FileChannel channel = OWN.remove(folder);
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Closed or not, it goes with its folder.
                return;
            }
        }
    }

    /** Deletes what the dead have left in {@code directory}, and ends the browsers that still work in it. */
    static void clear(Path directory) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory.toAbsolutePath(), PREFIX + "*")) {
            for (Path folder : folders) {
                if (isLeft(folder)) {
                    browsers(folder).forEach(ProcessHandle::destroyForcibly);
                    Folders.delete(folder);
                }
            }
        } catch (IOException e) {
            // Somebody else's directory: nothing in it is ours to clear up.
            return;
        }
    }

    /** Nobody has it locked, nor lives under the number that is written there: where locks do nothing, that still holds. */
    private static boolean isLeft(Path folder) {
        // Asked of an own folder, the system would take the lock back.
        if (OWN.containsKey(folder) || lives(folder.resolve(LOCK))) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static boolean lives(Path lock) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(lock)))
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
        } catch (IOException | NumberFormatException e) {
            return true;
        }
    }

    /** Those that work in {@code folder}, where the system tells with which words a process was started. */
    static Stream<ProcessHandle> browsers(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()));
    }
}
