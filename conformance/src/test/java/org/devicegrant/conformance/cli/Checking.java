package org.devicegrant.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.reports.ReportDirectory;

/** Runs of {@code check} against the embedded server whose report goes below a directory. */
record Checking(Path directory) {
    static final String QUICK = "8628-3.2-device-code-present,8628-3.2-status-200";

    Invocation check(EmbeddedServer server, String... more) throws Exception {
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

    Path baseline(String id, String verdict) throws Exception {
        return Files.writeString(
                directory.resolve("baseline.yaml"),
                "- {id: " + id + ", verdict: " + verdict + ", message: '*', reason: known, until: 2099-12-31}\n");
    }

    ReportDirectory report() {
        return new ReportDirectory(directory.resolve("report"));
    }

    String reportPath() {
        return directory.resolve("report").toString();
    }
}
