package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.reports.ResultsJson;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole tool in a process of its own with 512 MB of heap, stopped and continued while the server's lifetimes go on: it
 * may lose verdicts, and blames nobody.
 */
@Tag("long")
@EnabledOnOs({OS.LINUX, OS.MAC})
class StoppedProcessIT {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(6);
    /** The judgement of the very lifetime that is shortened here. */
    private static final String LIFETIME_CHOICE = "8628-5.4-lifetime-reasonable";

    @TempDir
    Path directory;

    @Test
    void aProcessThatWasStoppedBlamesNobody() throws IOException, InterruptedException {
        Behaviour behaviour = new Behaviour();
        behaviour.codes().lifetime(Duration.ofSeconds(30));
        behaviour.polling().interval(Duration.ofSeconds(2));
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            Process run = start(server.targetFile(directory));
            try {
                for (int seconds : List.of(3, 4, 12, 3)) {
                    stop(run, Duration.ofSeconds(seconds));
                }
                assertThat(run.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS))
                        .as("the run ends")
                        .isTrue();
            } finally {
                run.descendants().forEach(ProcessHandle::destroyForcibly);
                run.destroyForcibly();
            }
            assertNobodyBlamed(run.exitValue());
        }
    }

    private Process start(Path target) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xmx512m",
                        "-cp",
                        path,
                        Main.class.getName(),
                        "check",
                        "-c",
                        target.toString(),
                        "--set",
                        "approval.browser=htmlunit",
                        "--set",
                        "timing.late_expiry=35s",
                        "--set",
                        "timing.starts_per_second=50",
                        "--out",
                        directory.resolve("report").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    /** Lets it run for a while, then holds it. */
    private static void stop(Process run, Duration length) throws IOException, InterruptedException {
        run.waitFor(9, TimeUnit.SECONDS);
        signal(run, "STOP");
        run.waitFor(length.toMillis(), TimeUnit.MILLISECONDS);
        signal(run, "CONT");
    }

    private static void signal(Process run, String name) throws IOException, InterruptedException {
        if (run.isAlive()) {
            new ProcessBuilder("kill", "-" + name, String.valueOf(run.pid()))
                    .start()
                    .waitFor();
        }
    }

    private void assertNobodyBlamed(int exitCode) throws IOException {
        String output = Files.readString(directory.resolve("output"));
        Path results = directory.resolve("report").resolve("results.json");
        assertThat(results).as(output).exists();
        RunReport report = ResultsJson.read(Files.readString(results), "results.json");
        assertThat(report.results().stream()
                        .filter(result -> result.verdict() == Verdict.FAIL || result.verdict() == Verdict.WARNING)
                        .filter(result -> !result.id().equals(LIFETIME_CHOICE))
                        .map(CheckResult::message))
                .as("blamed, with exit code %d", exitCode)
                .isEmpty();
        assertThat(report.counts().get(Verdict.PASS)).as(output).isGreaterThan(20);
        assertThat(output).as("heap").doesNotContain("OutOfMemoryError");
    }
}
