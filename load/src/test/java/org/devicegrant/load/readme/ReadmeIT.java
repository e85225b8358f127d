package org.devicegrant.load.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution, called as the README calls it, in its order: what one command leaves the next one reads. */
@Tag("real-servers")
@EnabledOnOs({OS.LINUX, OS.MAC})
class ReadmeIT {
    private static final Path DISTRIBUTION = Path.of("target/device-grant");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Each command line of the README with the one that is typed here: fewer checks, fewer devices, names of real files. */
    static final Map<String, String> PLAYED = played(
            "load/target/device-grant/bin/device-grant init --issuer https://as.example/tenant -o target.yaml",
            "load/target/device-grant/bin/device-grant init --issuer ISSUER -o target.yaml",
            "load/target/device-grant/bin/device-grant doctor -c target.yaml",
            "load/target/device-grant/bin/device-grant doctor -c target.yaml",
            "load/target/device-grant/bin/device-grant check -c target.yaml",
            "load/target/device-grant/bin/device-grant check -c target.yaml --include 8628-3.2-device-code-present --out first",
            "device-grant check -c target.yaml --baseline baseline.yaml --out report",
            "device-grant check -c target.yaml --baseline baseline.yaml --out report --include 8628-3.2-*-present",
            "device-grant check -c target.yaml --pack FILE",
            "device-grant check -c target.yaml --pack run.zip --include 8628-3.2-device-code-present && device-grant verify-pack run.zip",
            "device-grant report --diff BEFORE AFTER",
            "device-grant report --diff first report",
            "device-grant report --matrix DIR...",
            "device-grant report --matrix first report",
            "device-grant report DIR",
            "device-grant report report",
            "device-grant load -c target.yaml steady --devices 5000 --duration 60s --objective p99=250ms",
            "device-grant load -c target.yaml steady --devices 5 --duration 3s --warm-up 0s --objective errors=100% --out load-0",
            "device-grant load merge DIR...",
            "device-grant load merge load-0",
            "device-grant serve --interval 1s --workers 4 --service-time 10ms",
            "device-grant serve --interval 1s --workers 4 --service-time 10ms");

    @TempDir
    private Path directory;

    @Test
    void everyCommandLineWorks() throws Exception {
        Behaviour behaviour = new Behaviour();
        behaviour.codes().lifetime(Duration.ofMinutes(10));
        behaviour.polling().interval(Duration.ofSeconds(1));
        Files.createDirectories(directory.resolve("load/target"));
        Path link =
                Files.createSymbolicLink(directory.resolve("load/target/device-grant"), DISTRIBUTION.toAbsolutePath());
        Files.writeString(directory.resolve("baseline.yaml"), "[]\n");
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            for (String line : PLAYED.values()) {
                play(line.replace("ISSUER", server.issuer()), server);
            }
        } finally {
            Files.delete(link);
        }
    }

    private void play(String line, EmbeddedServer server) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = start(line, output);
        try {
            if (line.contains(" serve ")) {
                awaitServing(process, output);
                return;
            }
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("%s ends", line)
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        assertThat(process.exitValue())
                .as(line + "\n" + Files.readString(output))
                .isZero();
        if (line.contains(" init ")) {
            fillIn(server);
        }
    }

    /** What a person does after {@code init}. */
    private void fillIn(EmbeddedServer server) throws IOException {
        Path target = directory.resolve("target.yaml");
        assertThat(target).content().contains("issuer: '" + server.issuer() + "'");
        Files.writeString(
                target,
                "name: readme\nissuer: '%s'\nclients: {public: {client_id: tv-public}}\napproval: {by: none}\n"
                        .formatted(server.issuer()));
    }

    private Process start(String line, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", line))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        String bin = DISTRIBUTION.toAbsolutePath().resolve("bin").toString();
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("DEVICE_GRANT_CACHE", "off");
        return builder.start();
    }

    private static void awaitServing(Process process, Path output) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(output).contains("serves until interrupted")
                && process.isAlive()
                && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(output).content().contains("serves until interrupted");
    }

    private static Map<String, String> played(String... pairs) {
        Map<String, String> played = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            played.put(pairs[i], pairs[i + 1]);
        }
        return played;
    }
}
