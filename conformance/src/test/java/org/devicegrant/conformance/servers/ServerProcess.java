package org.devicegrant.conformance.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process group of its own, started by a script of {@code src/it/known-servers}.
 *
 * <p>The script ends when its standard input is closed, and this class holds the other end: {@link #close()} closes it, and so
 * does the operating system when this JVM dies, however it dies.
 */
final class ServerProcess implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("src", "it", "known-servers");
    private static final Duration LAST_GRACE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int LINES_OF_LOG = 15;

    private final Process process;
    private final Path log;
    private final Thread atExit = new Thread(this::stop, "stop a known server");

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** A port of the loopback interface that is free now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Runs a script with a port and a work directory.
     *
     * @param environment added to this JVM's own
     */
    static ServerProcess start(String script, int port, Path directory, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(directory);
        Path log = directory.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        SCRIPTS.resolve(script).toString(),
                        Integer.toString(port),
                        directory.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), log);
    }

    /** Waits until the address answers with 200; the failure shows the end of the server's log. */
    void await(URI address, Duration patience) throws IOException, InterruptedException {
        long looks = patience.dividedBy(BETWEEN_LOOKS);
        for (long i = 0; i < looks; i++) {
            if (answers(address)) {
                return;
            }
            if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "the server ended before it answered at " + address + ":\n" + endOfLog());
            }
        }
        throw new IllegalStateException("no answer at %s within %s:%n%s".formatted(address, patience, endOfLog()));
    }

    private static boolean answers(URI address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        List<ProcessHandle> group = process.descendants().toList();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LAST_GRACE.toSeconds(), TimeUnit.SECONDS)) {
                group.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            group.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
