package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.embedded.http.tls.Tls;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.ReportDirectory;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String QUICK = "8628-3.2-device-code-present,8628-3.2-status-200";

    @TempDir
    Path directory;

    @Test
    void aConformingServerIsExitCode0WithAReport() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation invocation = check(server, "--include", QUICK).succeeds();

            assertThat(invocation.lastLine()).isEqualTo(report().index().toString());
            assertThat(directory.resolve("report")).isDirectoryContaining(file -> file.endsWith("exchanges.jsonl"));
            for (Format format : Format.values()) {
                assertThat(directory.resolve("report").resolve(format.fileName()))
                        .isNotEmptyFile();
            }
            WrittenFiles.assertValid(directory.resolve("report"));
            WrittenFiles.assertOwnersAlone(directory.resolve("report"));
            RunReport run = report().read().run();
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
            Invocation failed = check(server, "--include", QUICK);
            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.err()).contains("FAIL  8628-3.2-status-200");
            WrittenFiles.assertValid(directory.resolve("report"));

            Path baseline = directory.resolve("baseline.yaml");
            check(server, "--include", QUICK, "--write-baseline", baseline.toString());
            check(server, "--include", QUICK, "--write-baseline", baseline.toString())
                    .complains(2, "exists already");
            check(server, "--include", QUICK, "--baseline", baseline.toString()).succeeds();
            assertThat(report().read().run().results())
                    .filteredOn(result -> result.baseline() != null)
                    .hasSize(1);
        }
    }

    @Test
    void aStaleBaselineIsExitCode5() throws Exception {
        Path baseline = baseline("8628-3.2-status-200", "FAIL");
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation invocation = check(server, "--include", QUICK, "--baseline", baseline.toString());

            assertThat(invocation.code()).isEqualTo(5);
            assertThat(invocation.out()).contains("stale");
        }
    }

    @Test
    void nothingSelectedIsExitCode4() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation invocation = check(server, "--include", "kiosk-long-lived-code", "--profile", "security");

            assertThat(invocation.code()).isEqualTo(4);
        }
    }

    @Test
    void writesOnlyTheFormatsAskedForAndRemovesAnEarlierReport() throws Exception {
        Files.createDirectories(directory.resolve("report"));
        Files.writeString(directory.resolve("report/junit.xml"), "old");
        Files.writeString(directory.resolve("report/notes.txt"), "mine");
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation invocation =
                    check(server, "--include", QUICK, "--format", "json").succeeds();

            assertThat(directory.resolve("report")).isDirectoryNotContaining(file -> file.endsWith("junit.xml"));
            assertThat(directory.resolve("report/notes.txt")).hasContent("mine");
            assertThat(invocation.lastLine())
                    .isEqualTo(directory.resolve("report").toString());
        }
    }

    @Test
    void aWrongClientIsExitCode2AndNobodyIsJudged() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            check(server, "--include", QUICK, "--set", "clients.confidential.client_secret=canary-9")
                    .complains(2, "clients.confidential.client_secret", "device-grant doctor");

            assertThat(directory.resolve("report")).isDirectoryNotContaining(file -> file.endsWith("results.json"));
            assertThat(Files.readString(report().exchanges())).doesNotContain("canary-9");
        }
    }

    @Test
    void aServerThatIsNotThereIsExitCode3AndInconclusive() {
        Invocation.of(
                        "check",
                        "--issuer",
                        "http://127.0.0.1:1",
                        "--client-id",
                        "x",
                        "--set",
                        "http.insecure=true",
                        "--out",
                        reportPath())
                .complains(3, "refused the connection")
                .says("INSECURE  TLS was not verified");

        RunReport run = report().read().run();
        assertThat(run.target().insecure()).isTrue();
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.complete()).isFalse();
        assertThat(run.counts())
                .containsEntry(Verdict.FAIL, 0)
                .containsEntry(Verdict.PASS, 0)
                .containsEntry(Verdict.INCONCLUSIVE, 149)
                .containsEntry(Verdict.NOT_TESTABLE, 1);
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsExitCode3AndInconclusive() {
        Behaviour behaviour = new Behaviour();
        behaviour.transport().tls(Tls.sound());
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            Invocation.of("check", "--issuer", server.issuer().toString(), "--client-id", "x", "--out", reportPath())
                    .complains(3, "certificate", "http.ca_file");

            RunReport run = report().read().run();
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.counts()).containsEntry(Verdict.FAIL, 0).containsEntry(Verdict.PASS, 0);
        }
    }

    @Test
    void aWrongPasswordIsExitCode2AndNobodyIsJudged() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            check(
                            server,
                            "--set",
                            "approval.by=browser",
                            "--set",
                            "approval.browser=htmlunit",
                            "--set",
                            "users[0].password=canary-3")
                    .complains(2, "users[0]", "password");
            assertThat(Files.readString(report().exchanges())).doesNotContain("canary-3");
        }
    }

    @Test
    void aPortThatDoesNotSpeakHttpIsExitCode3() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread talker = new Thread(() -> greet(socket));
            talker.start();

            Invocation.of(
                            "check",
                            "--issuer",
                            "http://127.0.0.1:" + socket.getLocalPort(),
                            "--client-id",
                            "x",
                            "--out",
                            reportPath())
                    .complains(3, "127.0.0.1:" + socket.getLocalPort());
            assertThat(report().read().run().counts()).containsEntry(Verdict.FAIL, 0);
        }
    }

    private static void greet(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                caller.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void pagesInsteadOfJsonAreExitCode3() throws Exception {
        HttpServer pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext("/", exchange -> {
            byte[] page = "<html><title>Welcome</title></html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        pages.start();
        try {
            String base = "http://127.0.0.1:" + pages.getAddress().getPort();
            Invocation invocation = Invocation.of(
                    "check",
                    "--issuer",
                    base,
                    "--client-id",
                    "x",
                    "--set",
                    "endpoints.device_authorization=" + base + "/d",
                    "--set",
                    "endpoints.token=" + base + "/t",
                    "--out",
                    reportPath());

            assertThat(invocation.code()).isIn(2, 3);
            assertThat(invocation.err()).contains("text/html").doesNotContain("\tat ");
            assertThat(invocation.out()).doesNotContain("FAIL ");
        } finally {
            pages.stop(0);
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
                            QUICK + ",8628-3.2-not-late",
                            "--out",
                            reportPath()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            awaitVerdict(log);
            process.destroy();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(log).content().contains("interrupted; what was found so far is in");
            RunReport run = report().read().run();
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

    private Invocation check(EmbeddedServer server, String... more) throws Exception {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "check",
                "-c",
                server.targetFile(directory.resolve("target")).toString(),
                "--set",
                "approval.by=none",
                "--out",
                reportPath()));
        arguments.addAll(List.of(more));
        return Invocation.of(arguments.toArray(String[]::new));
    }

    private Path baseline(String id, String verdict) throws Exception {
        return Files.writeString(
                directory.resolve("baseline.yaml"),
                "- {id: " + id + ", verdict: " + verdict + ", message: '*', reason: known, until: 2099-12-31}\n");
    }

    private ReportDirectory report() {
        return new ReportDirectory(directory.resolve("report"));
    }

    private String reportPath() {
        return directory.resolve("report").toString();
    }
}
