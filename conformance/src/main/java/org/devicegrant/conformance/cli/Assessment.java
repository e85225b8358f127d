package org.devicegrant.conformance.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.check.ConformanceRun;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.conformance.check.Station;
import org.devicegrant.conformance.cli.doctor.Examination;
import org.devicegrant.conformance.cli.doctor.Remark;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.reports.ConsoleSummary;
import org.devicegrant.reports.ExchangeLog;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.ReportDirectory;
import org.devicegrant.reports.model.RunReport;

/** Carries out one conformance run: tries the target file, runs the checks, writes the report, says how it went. */
final class Assessment {
    private final Assignment assignment;
    private final Surroundings surroundings;
    private final Voice voice;
    private final ReportDirectory directory;

    Assessment(Assignment assignment, Surroundings surroundings, Voice voice) {
        this.assignment = assignment;
        this.surroundings = surroundings;
        this.voice = voice;
        this.directory = new ReportDirectory(assignment.directory());
    }

    /**
     * The exit code.
     *
     * @throws Unusable if the target file does not fit the server
     */
    int run() {
        RunReport report = report();
        voice.out().print(new ConsoleSummary(voice.terminal()).render(report, index()));
        voice.out().flush();
        return report.exitCode();
    }

    /** Runs and writes the report without a word about the outcome. */
    RunReport report() {
        LeftOvers.remove(assignment.directory());
        directory.create();
        Progress progress = new Progress(voice);
        try (ExchangeLog log = ExchangeLog.open(directory.exchanges());
                Station station = Station.open(
                        assignment.target(),
                        assignment.options(),
                        Clock.system(),
                        Deciders.of(assignment.target(), surroundings, assignment.silent(), voice.err()),
                        progress,
                        log::append)) {
            progress.introduce(assignment.target());
            return judged(station, progress);
        } finally {
            progress.end();
        }
    }

    private RunReport judged(Station station, Progress progress) {
        ConformanceRun.Outcome outcome;
        try {
            List<String> notes = examine(station);
            outcome = new ConformanceRun(station, assignment.options()).run();
            progress.end();
            RunReport run = Grading.noted(outcome.report(), notes);
            RunReport report = assignment.grading().grade(run, !outcome.faults().isEmpty());
            directory.write(report, outcome.exchanges(), assignment.formats());
            outcome.faults().forEach(this::tellFault);
            return report;
        } catch (Unusable e) {
            if (e.targetFile()) {
                throw e;
            }
            RunReport report = new Unjudged(assignment, station).report(String.valueOf(e.getMessage()));
            directory.write(report, station.transcript().records(), assignment.formats());
            progress.end();
            voice.err().println("device-grant: " + e.getMessage());
            return report;
        }
    }

    /** A server is never judged through a description that does not fit it. */
    private List<String> examine(Station station) {
        Examination examination = Examination.of(station);
        List<Remark> remarks = new ArrayList<>(examination.clients());
        refuseToJudge(remarks);
        remarks.addAll(examination.signIns());
        refuseToJudge(remarks);
        return remarks.stream()
                .filter(remark -> remark.key().equals("approval.browser"))
                .map(remark -> "Browser: " + remark.text())
                .toList();
    }

    private static void refuseToJudge(List<Remark> remarks) {
        List<Remark> obstacles = Diagnosis.obstacles(remarks);
        if (!obstacles.isEmpty()) {
            String all = String.join(
                    "\n              ",
                    obstacles.stream()
                            .map(remark -> remark.key() + ": " + remark.text())
                            .toList());
            boolean file = Diagnosis.exitCode(remarks) == ExitCodes.WRONG_USAGE;
            throw file
                    ? Unusable.target(all + "\nThe server is not judged; 'device-grant doctor' tells more.")
                    : Unusable.server(all);
        }
    }

    private void tellFault(String id, Throwable fault) {
        voice.err()
                .println("device-grant: a fault of the harness in " + id + " ("
                        + fault.getClass().getSimpleName() + ")" + (voice.verbose() ? "" : "; --verbose shows it"));
        if (voice.verbose()) {
            fault.printStackTrace(voice.err());
        }
    }

    private String index() {
        Set<Format> formats = assignment.formats();
        Path index = formats.contains(Format.HTML) ? directory.index() : assignment.directory();
        return index.toString();
    }
}
