package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run of {@code check} leaves, and its exit code where the server was judged. */
class CheckCommandTest {
    @TempDir
    Path directory;

    private Checking checking;

    @BeforeEach
    void begin() {
        checking = new Checking(directory);
    }

    @Test
    void aConformingServerIsExitCode0WithAReport() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation invocation =
                    checking.check(server, "--include", Checking.QUICK).succeeds();

            assertThat(invocation.lastLine())
                    .isEqualTo(checking.report().index().toString());
            assertThat(directory.resolve("report")).isDirectoryContaining(file -> file.endsWith("exchanges.jsonl"));
            for (Format format : Format.values()) {
                assertThat(directory.resolve("report").resolve(format.fileName()))
                        .isNotEmptyFile();
            }
            WrittenFiles.assertValid(directory.resolve("report"));
            WrittenFiles.assertOwnersAlone(directory.resolve("report"));
            RunReport run = checking.report().read().run();
            assertThat(run.results()).hasSize(150);
            assertThat(run.counts()).containsEntry(Verdict.PASS, 2).containsEntry(Verdict.FAIL, 0);
            assertThat(invocation.err()).contains("2 checks begin", "first verdict after ");
            assertThat(invocation.out().lines()).hasSizeLessThanOrEqualTo(25);
        }
    }

    @Test
    void aFailureIsExitCode1UnlessTheBaselineKnowsIt() throws Exception {
        Behaviour behaviour = new Behaviour();
        behaviour.onDevice((request, answer) -> answer.isSuccess() ? answer.status(201) : answer);
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            Invocation failed = checking.check(server, "--include", Checking.QUICK);
            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.err()).contains("FAIL  8628-3.2-status-200");
            WrittenFiles.assertValid(directory.resolve("report"));

            Path baseline = directory.resolve("baseline.yaml");
            checking.check(server, "--include", Checking.QUICK, "--write-baseline", baseline.toString());
            checking.check(server, "--include", Checking.QUICK, "--write-baseline", baseline.toString())
                    .complains(2, "exists already");
            checking.check(server, "--include", Checking.QUICK, "--baseline", baseline.toString())
                    .succeeds();
            assertThat(checking.report().read().run().results())
                    .filteredOn(result -> result.baseline() != null)
                    .hasSize(1);
        }
    }

    @Test
    void aStaleBaselineIsExitCode5() throws Exception {
        Path baseline = checking.baseline("8628-3.2-status-200", "FAIL");
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation invocation =
                    checking.check(server, "--include", Checking.QUICK, "--baseline", baseline.toString());

            assertThat(invocation.code()).isEqualTo(5);
            assertThat(invocation.out()).contains("stale");
        }
    }

    @Test
    void nothingSelectedIsExitCode4() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation invocation =
                    checking.check(server, "--include", "kiosk-long-lived-code", "--profile", "security");

            assertThat(invocation.code()).isEqualTo(4);
        }
    }

    @Test
    void writesOnlyTheFormatsAskedForAndRemovesAnEarlierReport() throws Exception {
        Files.createDirectories(directory.resolve("report"));
        Files.writeString(directory.resolve("report/junit.xml"), "old");
        Files.writeString(directory.resolve("report/notes.txt"), "mine");
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation invocation = checking.check(server, "--include", Checking.QUICK, "--format", "json")
                    .succeeds();

            assertThat(directory.resolve("report")).isDirectoryNotContaining(file -> file.endsWith("junit.xml"));
            assertThat(directory.resolve("report/notes.txt")).hasContent("mine");
            assertThat(invocation.lastLine())
                    .isEqualTo(directory.resolve("report").toString());
        }
    }

    @Test
    void anInterruptedRunLeavesWhatItHasFound() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Path log = directory.resolve("log.txt");
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "check",
                            "-c",
                            server.targetFile(directory.resolve("target")).toString(),
                            "--set",
                            "approval.by=none",
                            "--include",
                            Checking.QUICK + ",8628-3.2-not-late",
                            "--out",
                            checking.reportPath()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            awaitVerdict(log);
            process.destroy();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(log).content().contains("interrupted; what was found so far is in");
            RunReport run = checking.report().read().run();
            assertThat(run.complete()).isFalse();
            assertThat(run.counts().get(Verdict.PASS)).isPositive();
            assertThat(directory.resolve("report/index.html")).isNotEmptyFile();
        }
    }

    private static void awaitVerdict(Path log) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!Files.readString(log).contains("first verdict") && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(log).content().contains("first verdict");
    }
}
