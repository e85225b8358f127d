package org.devicegrant.load.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server that a script of the known servers runs until its standard input is closed, which the operating system does
 * when this JVM dies.
 */
final class ServerScript implements AutoCloseable {
    private static final Path SCRIPTS = Path.of("..", "conformance", "src", "it", "known-servers");
    /** A first start may have to download and unpack the server. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final Duration LAST_GRACE = Duration.ofSeconds(20);
    private static final int BETWEEN_LOOKS_MILLIS = 200;

    private final Process process;
    private final Path log;

    private ServerScript(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Runs the script; what it prints goes to the log. */
    static ServerScript start(Path log, Map<String, String> environment, String script, String... words)
            throws IOException {
        List<String> command =
                new ArrayList<>(List.of("bash", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServerScript(builder.start(), log);
    }

    /** Waits until the server has written that file. */
    void await(Path file) throws IOException, InterruptedException {
        await(() -> Files.exists(file) && Files.size(file) > 0, file);
    }

    /** Waits until that address is answered with 200. */
    void await(URI address) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
        await(() -> http.send(request, BodyHandlers.discarding()).statusCode() == 200, address);
    }

    private void await(Look look, Object what) throws IOException, InterruptedException {
        for (long looks = PATIENCE.toMillis() / BETWEEN_LOOKS_MILLIS; looks > 0; looks--) {
            if (sees(look)) {
                return;
            }
            if (process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IllegalStateException(what + " did not come:\n" + Files.readString(log));
    }

    private static boolean sees(Look look) throws InterruptedException {
        try {
            return look.sees();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        try {
            process.getOutputStream().close();
            if (process.waitFor(LAST_GRACE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException alreadyGone) {
            // Whatever is left is ended below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Whether it is there by now. */
    private interface Look {
        boolean sees() throws IOException, InterruptedException;
    }
}
