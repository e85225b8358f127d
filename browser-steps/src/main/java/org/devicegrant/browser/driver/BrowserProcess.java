package org.devicegrant.browser.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The process of a browser that a driver has started, for when the driver cannot end it any more. */
final class BrowserProcess {
    /** What was killed is gone at once, unless the machine is busy; the profile is deleted then, gone or not. */
    private static final int DYING_SECONDS = 5;

    private final Path folder;
    private volatile @Nullable ProcessHandle handle;

    /** @param folder the profile, which no other browser has */
    BrowserProcess(Path folder) {
        this.folder = folder;
    }

    /** Notes which one it is, where the driver tells; only what this process has started is believed. */
    void isSaidToBe(@Nullable Object number) {
        if (number instanceof Number pid) {
            handle = ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.pid() == pid.longValue())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Kills it with everything it has started. */
    void end() {
        ProcessHandle known = handle;
        List<ProcessHandle> all = (known == null ? Profiles.browsers(folder) : Stream.of(known))
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(BrowserProcess::await);
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(DYING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stillThere) {
            // The system takes it away when it can.
            return;
        }
    }
}
