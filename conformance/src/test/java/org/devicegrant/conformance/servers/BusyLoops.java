package org.devicegrant.conformance.servers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One endless loop for each processor, in processes of their own, until it is closed or this JVM dies. */
final class BusyLoops implements AutoCloseable {

    private final List<Process> loops = new ArrayList<>();
    private final Thread atExit = new Thread(this::stop, "stop busy loops");

    BusyLoops() throws IOException {
        Runtime.getRuntime().addShutdownHook(atExit);
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            // It looks for its parent now and then, which may have been killed.
            String loop = "while kill -0 $PPID 2>/dev/null; do for i in {1..100000}; do :; done; done";
            loops.add(new ProcessBuilder("bash", "-c", loop).start());
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        loops.forEach(Process::destroyForcibly);
    }
}
