package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.reports.ExchangeLog;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.ReportDirectory;
import org.devicegrant.reports.RunJournal;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static final String BROKEN = "8628-6.1-user-code-typable";

    @TempDir
    Path directory;

    @Test
    void rendersARunAgainElsewhere() throws Exception {
        String run = run("one", Verdict.PASS);
        Files.createDirectories(Path.of(run, "screenshots"));
        Files.writeString(Path.of(run, "screenshots", "1.png"), "picture");
        Path out = directory.resolve("again");

        Invocation invocation = Invocation.of("report", run, "--out", out.toString(), "--format", "html,markdown")
                .succeeds();

        assertThat(invocation.lastLine()).isEqualTo(out.resolve("index.html").toString());
        assertThat(out.resolve("summary.md")).isNotEmptyFile();
        assertThat(out.resolve("screenshots/1.png")).hasContent("picture");
        assertThat(out.resolve("junit.xml")).doesNotExist();
    }

    @Test
    void gradesAgainUnderAnotherProfile() {
        String run = run("one", Verdict.FAIL);

        Invocation whole = Invocation.of("report", run);
        Invocation core = Invocation.of(
                "report",
                run,
                "--profile",
                "core",
                "--out",
                directory.resolve("core").toString());

        assertThat(whole.code()).isEqualTo(1);
        assertThat(core.code()).isZero();
        RunReport regraded =
                new ReportDirectory(directory.resolve("core")).read().run();
        assertThat(regraded.profile()).isEqualTo("core");
        assertThat(regraded.exitCode()).isZero();
        assertThat(regraded.counts().get(Verdict.SKIPPED)).isPositive();
    }

    @Test
    void gradesAgainWithABaseline() throws Exception {
        String run = run("one", Verdict.FAIL);
        Path baseline = Files.writeString(
                directory.resolve("b.yaml"),
                "- {id: " + BROKEN + ", verdict: FAIL, message: '*', reason: known, until: 2099-12-31}\n");

        Invocation.of("report", run, "--baseline", baseline.toString()).succeeds();
        assertThat(Invocation.of("report", run("two", Verdict.PASS), "--baseline", baseline.toString())
                        .code())
                .isEqualTo(5);
    }

    @Test
    void aWrongBaselineNamesItsLine() throws Exception {
        Path baseline = Files.writeString(directory.resolve("b.yaml"), "- {id: x}\n");

        Invocation.of("report", run("one", Verdict.PASS), "--baseline", baseline.toString())
                .complains(2, "b.yaml line 1");
    }

    @Test
    void comparesTwoRuns() throws Exception {
        String before = run("before", Verdict.PASS);
        String after = run("after", Verdict.FAIL);
        String out = directory.resolve("diff").toString();

        Invocation worse = Invocation.of("report", "--diff", before, after, "--out", out);
        Invocation better = Invocation.of("report", "--diff", after, before, "--out", out);

        assertThat(worse.code()).isEqualTo(1);
        assertThat(worse.out()).contains("Newly broken", BROKEN);
        assertThat(worse.lastLine()).isEqualTo(Path.of(out, "diff.html").toString());
        assertThat(better.code()).isZero();
        WrittenFiles.assertJson(Path.of(out, "diff.json"), "compare/diff.schema.json");
        Invocation.of("report", "--diff", before).complains(2, "--diff compares two runs, not 1");
    }

    @Test
    void putsServersSideBySide() throws Exception {
        Path out = directory.resolve("matrix");

        Invocation invocation = Invocation.of(
                        "report",
                        "--matrix",
                        run("one", Verdict.PASS),
                        run("two", Verdict.FAIL),
                        "--out",
                        out.toString())
                .succeeds();

        assertThat(invocation.lastLine()).isEqualTo(out.resolve("matrix.html").toString());
        assertThat(out.resolve("matrix.md")).content().contains("one", "two", BROKEN);
        WrittenFiles.assertJson(out.resolve("matrix.json"), "compare/matrix.schema.json");
        assertThat(out.resolve("badge-2-two.svg")).content().startsWith("<svg");
    }

    @Test
    void quietLeavesThePathAlone() {
        Invocation invocation =
                Invocation.of("report", "--quiet", run("one", Verdict.FAIL)).fails();

        assertThat(invocation.out().lines())
                .containsExactly(directory.resolve("one/index.html").toString());
        assertThat(Invocation.of("report", "--quiet", "--verbose", "one").code())
                .isEqualTo(2);
    }

    @Test
    void aRunThatWasKilledIsRenderedAsCutShortAndIsNoSuccess() throws Exception {
        Path killed = directory.resolve("killed");
        ReportDirectory report = new ReportDirectory(killed);
        RunReport planned =
                new ReportDirectory(Path.of(run("one", Verdict.PASS))).read().run();
        ExchangeRecord exchange = new ExchangeRecord(
                1, BROKEN, "a poll", 1, 2.0, "POST", "http://as", List.of(), "", 400, List.of(), "{}", null);
        try (RunJournal journal = report.begin(planned);
                ExchangeLog log = ExchangeLog.open(report.exchanges())) {
            planned.results().stream().limit(3).forEach(journal::verdict);
            log.append(exchange);
            log.append(exchange);
        }
        String exchanges = Files.readString(report.exchanges());
        Files.writeString(report.exchanges(), exchanges.substring(0, exchanges.length() - 20));

        Invocation invocation = Invocation.of("report", killed.toString());

        assertThat(invocation.code()).isEqualTo(4);
        assertThat(invocation.out()).contains("Cut short");
        assertThat(report.index()).content().contains("Cut short", "a poll");
        assertThat(killed.resolve("junit.xml")).content().contains("<error ");
        assertThat(report.read().run().counts()).containsEntry(Verdict.PASS, 3);
        WrittenFiles.assertJson(killed.resolve("results.json"), "results.schema.json");
        assertThat(Invocation.of("report", killed.toString()).code()).isEqualTo(4);
    }

    @Test
    void saysWhichReportIsDamaged() throws Exception {
        String run = run("one", Verdict.PASS);
        Files.writeString(Path.of(run, "results.json"), "{\"schema\": 1,");

        Invocation.of("report", run).complains(2, "results.json");
    }

    private String run(String name, Verdict verdict) {
        List<CheckResult> results = Catalogue.load().requirements().stream()
                .map(requirement -> result(requirement, requirement.id().equals(BROKEN) ? verdict : Verdict.PASS))
                .toList();
        RunReport run = new RunReport(
                new RunReport.Tool("device-grant", "0", "2026.11", "17", "none"),
                new RunReport.Target(name, null, null, null, false),
                "all",
                Instant.EPOCH,
                1,
                0,
                true,
                results,
                List.of(),
                null,
                null,
                null,
                List.of());
        ReportDirectory report = new ReportDirectory(directory.resolve(name));
        report.write(run, List.of(), EnumSet.allOf(Format.class));
        return directory.resolve(name).toString();
    }

    private static CheckResult result(Requirement requirement, Verdict verdict) {
        return new CheckResult(
                requirement.id(),
                requirement.level(),
                requirement.group(),
                requirement.source(),
                requirement.statement(),
                verdict,
                verdict == Verdict.PASS ? "" : "It does not.",
                List.of(),
                "",
                "",
                List.of(),
                List.of(),
                0,
                0,
                null);
    }
}
