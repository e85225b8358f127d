package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void servesUntilInterrupted() throws Exception {
        Path file = directory.resolve("some/where/tv.yaml");
        CompletableFuture<Invocation> ended = new CompletableFuture<>();
        Thread serving = new Thread(() -> ended.complete(
                Invocation.of("serve", "--target-file", file.toString(), "--lifetime", "30s", "--interval", "2s")));
        serving.start();
        try {
            awaitFile(file);
            Target target = TargetFile.read(file, Map.of(), List.of());
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(target.issuer() + "/device_authorization"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString("client_id=tv-public"))
                                    .build(),
                            BodyHandlers.ofString());

            WrittenFiles.assertOwnersAlone(file.getParent());
            assertThat(answer.body()).contains("\"expires_in\":30", "\"interval\":2");
        } finally {
            serving.interrupt();
        }
        assertThat(ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).out()).contains("The target file is " + file);
    }

    @Test
    void listsItsDefects() {
        assertThat(Invocation.of("serve", "--list-defects").succeeds().out())
                .contains("    noticed by ")
                .containsPattern("\\d+ defects\n$");
    }

    private static void awaitFile(Path file) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(file).exists();
    }
}
