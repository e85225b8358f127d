package org.devicegrant.conformance.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.check.ConformanceRun;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.conformance.check.Station;
import org.devicegrant.conformance.cli.doctor.Examination;
import org.devicegrant.conformance.cli.doctor.Remark;
import org.devicegrant.conformance.dialect.Dialects;
import org.devicegrant.conformance.dialect.Heard;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.conformance.requirement.Need;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.reports.ExchangeLog;
import org.devicegrant.reports.ExchangesJsonl;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.ReportDirectory;
import org.devicegrant.reports.RunJournal;
import org.devicegrant.reports.UnreadableReport;
import org.devicegrant.reports.model.RunReport;

/** Carries out one conformance run: tries the target file, runs the checks, writes the report. */
final class Assessment {
    private static final int CHECKS_PER_PROFILE = 5;
    private static final int SIGN_INS = 2;

    private final Assignment assignment;
    private final Surroundings surroundings;
    private final Voice voice;
    private final ReportDirectory directory;
    private final Progress progress;

    Assessment(Assignment assignment, Surroundings surroundings, Voice voice) {
        this.assignment = assignment;
        this.surroundings = surroundings;
        this.voice = voice;
        this.directory = new ReportDirectory(assignment.directory());
        // A person who is being asked must not have the question written over.
        boolean asks = assignment.target().approval().by() == Approval.By.MANUAL;
        this.progress = new Progress(voice, voice.rewrites() && !asks, Clock.system());
    }

    /**
     * Runs and writes the report; says nothing about the outcome.
     *
     * @throws Unusable if the target file does not fit the server
     */
    RunReport run() {
        LeftOvers.remove(assignment.directory());
        BlankRun blank = new BlankRun(assignment);
        try (RunJournal journal = directory.begin(blank.planned());
                ExchangeLog log = ExchangeLog.open(directory.exchanges())) {
            return run(blank, new Observers(progress, journal, log, voice.err()));
        } finally {
            progress.end();
        }
    }

    private RunReport run(BlankRun blank, Observers observers) {
        try (Station station = station(observers);
                Heartbeat heartbeat = new Heartbeat(progress::tick)) {
            progress.introduce(assignment.target());
            progress.watch(station.waiting().current());
            RunReport report = judged(station, blank);
            if (observers.lost()) {
                directory.put(
                        ReportDirectory.EXCHANGES,
                        ExchangesJsonl.render(station.transcript().records()));
            }
            return report;
        }
    }

    /** What is printed when the run is over. */
    String summary(RunReport report) {
        return voice.summary(report, index());
    }

    private Station station(Observers observers) {
        return Station.open(
                assignment.target(),
                assignment.options(),
                Clock.system(),
                Deciders.of(assignment.target(), surroundings, assignment.silent(), voice.err()),
                observers,
                observers::exchange);
    }

    private RunReport judged(Station station, BlankRun blank) {
        try (Interruption interruption = new Interruption(() -> cutShort(station))) {
            int profiles = profiles(station);
            station.desk().prepare(Math.min(profiles, SIGN_INS));
            List<String> notes = examine(station);
            station.desk().prepare(profiles);
            ConformanceRun.Outcome outcome = new ConformanceRun(station, assignment.options()).run();
            interruption.close();
            progress.end();
            return reported(outcome, notes);
        } catch (Unusable e) {
            if (e.targetFile()) {
                throw e;
            }
            return unreachable(station, blank, e);
        }
    }

    /** A whole run needs all of them at once from its beginning; a few checks take turns. */
    private int profiles(Station station) {
        if (assignment.target().approval().by() != Approval.By.BROWSER
                || assignment.target().users().isEmpty()) {
            return 0;
        }
        long decisions = assignment.options().selection().from(station.catalogue()).stream()
                .filter(requirement -> requirement.needs().contains(Need.APPROVAL)
                        || requirement.needs().contains(Need.BROWSER))
                .count();
        return (int) decisions / CHECKS_PER_PROFILE;
    }

    private RunReport reported(ConformanceRun.Outcome outcome, List<String> notes) {
        RunReport run = Grading.noted(outcome.report(), notes);
        RunReport report = assignment.grading().grade(run, !outcome.faults().isEmpty());
        directory.write(report, outcome.exchanges(), assignment.formats());
        outcome.faults().forEach(this::tellFault);
        return report;
    }

    private RunReport unreachable(Station station, BlankRun blank, Unusable reason) {
        progress.end();
        voice.err().println("device-grant: " + reason.getMessage());
        RunReport report = blank.unreachable(String.valueOf(reason.getMessage()));
        directory.write(report, station.transcript().records(), assignment.formats());
        return report;
    }

    /** What was found until the process was told to end. Browsers must not outlive it. */
    private void cutShort(Station station) {
        progress.end();
        try {
            ReportDirectory.Contents contents = directory.read();
            directory.write(contents.run(), contents.exchanges(), assignment.formats());
            voice.err().println("device-grant: interrupted; what was found so far is in " + index());
        } catch (UncheckedIOException | UnreadableReport e) {
            voice.err()
                    .println("device-grant: interrupted; " + e.getMessage() + "; make room, then 'device-grant report "
                            + assignment.directory() + "' shows what was found");
        }
        voice.err().flush();
        station.desk().close();
    }

    /** A server is never judged through a description that does not fit it. */
    private static List<String> examine(Station station) {
        Examination examination = Examination.of(station);
        List<Remark> remarks = new ArrayList<>(examination.clients());
        refuseToJudge(remarks, station);
        remarks.addAll(examination.signIns());
        refuseToJudge(remarks, station);
        return remarks.stream()
                .filter(remark -> remark.key().equals("approval.browser"))
                .map(remark -> "Browser: " + remark.text())
                .toList();
    }

    private static void refuseToJudge(List<Remark> remarks, Station station) {
        List<Remark> obstacles = Diagnosis.obstacles(remarks);
        if (obstacles.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(obstacles.stream()
                .map(remark -> remark.key() + ": " + remark.text())
                .toList());
        Dialects.heard(station.transcript().answers()).map(Heard::sentence).ifPresent(lines::add);
        String all = String.join("\n              ", lines);
        throw Diagnosis.exitCode(remarks) == ExitCodes.WRONG_USAGE
                ? Unusable.target(all + "\nThe server is not judged; 'device-grant doctor' tells more.")
                : Unusable.server(all);
    }

    private void tellFault(String id, Throwable fault) {
        voice.err()
                .println("device-grant: a fault of the harness in " + id + " ("
                        + fault.getClass().getSimpleName() + ")" + (voice.verbose() ? "" : "; --verbose shows it"));
        if (voice.verbose()) {
            fault.printStackTrace(voice.err());
        }
    }

    private Path index() {
        Set<Format> formats = assignment.formats();
        return formats.contains(Format.HTML) ? directory.index() : assignment.directory();
    }
}
