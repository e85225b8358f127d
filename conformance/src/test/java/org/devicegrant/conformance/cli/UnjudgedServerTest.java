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
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.embedded.http.tls.Tls;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that cannot be judged, and target files that do not fit: nobody is blamed. */
class UnjudgedServerTest {
    @TempDir
    Path directory;

    private Checking checking;

    @BeforeEach
    void begin() {
        checking = new Checking(directory);
    }

    @Test
    void aWrongClientIsExitCode2AndNobodyIsJudged() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            checking.check(server, "--include", Checking.QUICK, "--set", "clients.confidential.client_secret=canary-9")
                    .complains(2, "clients.confidential.client_secret", "device-grant doctor");

            assertThat(directory.resolve("report")).isDirectoryNotContaining(file -> file.endsWith("results.json"));
            assertThat(Files.readString(checking.report().exchanges())).doesNotContain("canary-9");
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
                        checking.reportPath())
                .complains(3, "refused the connection")
                .says("INSECURE  TLS was not verified");

        RunReport run = checking.report().read().run();
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
            Invocation.of(
                            "check",
                            "--issuer",
                            server.issuer().toString(),
                            "--client-id",
                            "x",
                            "--out",
                            checking.reportPath())
                    .complains(3, "certificate", "http.ca_file");

            RunReport run = checking.report().read().run();
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.counts()).containsEntry(Verdict.FAIL, 0).containsEntry(Verdict.PASS, 0);
        }
    }

    @Test
    void aWrongPasswordIsExitCode2AndNobodyIsJudged() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            checking.check(
                            server,
                            "--set",
                            "approval.by=browser",
                            "--set",
                            "approval.browser=htmlunit",
                            "--set",
                            "users[0].password=canary-3")
                    .complains(2, "users[0]", "password");
            assertThat(Files.readString(checking.report().exchanges())).doesNotContain("canary-3");
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
                            checking.reportPath())
                    .complains(3, "127.0.0.1:" + socket.getLocalPort());
            assertThat(checking.report().read().run().counts()).containsEntry(Verdict.FAIL, 0);
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
                    checking.reportPath());

            assertThat(invocation.code()).isIn(2, 3);
            assertThat(invocation.err()).contains("text/html").doesNotContain("\tat ");
            assertThat(invocation.out()).doesNotContain("FAIL ");
        } finally {
            pages.stop(0);
        }
    }
}
