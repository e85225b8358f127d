package org.devicegrant.load.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.model.LoadReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line against the embedded server. */
class LoadCommandTest {
    @TempDir
    Path directory;

    private final StringWriter screen = new StringWriter();

    @Test
    void steadyLeavesAReportOfWhatTheServerCarried() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Path target = server.targetFile(directory);

            int code =
                    load("steady", "-c", target.toString(), "--devices", "20", "--duration", "3s", "--warm-up", "3s");

            LoadReport report = LoadJson.read(Files.readString(directory.resolve("out/load.json")));
            assertThat(code).as(screen.toString()).isZero();
            assertThat(report.complete()).isTrue();
            assertThat(report.violationCount()).isZero();
            assertThat(report.answers().get("authorization_pending")).isPositive();
            assertThat(screen.toString()).endsWith("index.html" + System.lineSeparator());
        }
    }

    private int load(String... arguments) {
        CommandLine command = new CommandLine(new LoadCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        command.setOut(new PrintWriter(screen, true)).setErr(new PrintWriter(screen, true));
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--out";
        all[arguments.length + 1] = directory.resolve("out").toString();
        return command.execute(all);
    }
}
