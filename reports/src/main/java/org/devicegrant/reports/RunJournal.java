package org.devicegrant.reports;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * What a run has found so far, on disk as soon as it is found: the first line is the run as planned, every further line
 * a verdict. It disappears when the run's results are written; if it is still there, the run was cut short, and {@link
 * ReportDirectory#read} makes a report of it. Safe for many threads.
 */
public final class RunJournal implements AutoCloseable {

    /** Name of the file inside the report directory. */
    static final String FILE = "run.partial.jsonl";

    private static final int SOMETHING_FAILED = 1;
    private static final int NOTHING_PROVED = 4;

    private final Path file;
    private final OutputStream out;
    private boolean broken;

    RunJournal(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Begins the journal of {@code planned} in {@code directory}. */
    static RunJournal begin(Path directory, RunReport planned) {
        Path file = directory.resolve(FILE);
        try {
            Files.deleteIfExists(file);
            RunJournal journal = new RunJournal(file, OwnerOnlyFiles.append(file));
            journal.append(ResultsFile.of(notReached(planned)));
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Keeps a verdict. Once the disk has refused one, every further one is refused too: half a line may only stand at the
     * end.
     *
     * @throws UncheckedIOException if the disk refuses it
     */
    public synchronized void verdict(CheckResult result) {
        append(result);
    }

    /** Closes the file and leaves it; {@link ReportDirectory#write} takes it away once the results are there. */
    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The run that left {@code text}, marked as cut short. A last line that was cut off is left out.
     *
     * @throws UnreadableReport if not even the first line is whole
     */
    static RunReport recover(String text, String place) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            throw new UnreadableReport(place + " is empty: the run was cut short before it began");
        }
        RunReport planned = ResultsJson.read(lines.get(0), place);
        Map<String, CheckResult> results = new LinkedHashMap<>();
        planned.results().forEach(result -> results.put(result.id(), result));
        long end = 0;
        for (CheckResult result : verdicts(lines.subList(1, lines.size()), place)) {
            results.put(result.id(), result);
            end = Math.max(end, result.startedMs() + result.durationMs());
        }
        return cutShort(planned, new ArrayList<>(results.values()), end);
    }

    private static List<CheckResult> verdicts(List<String> lines, String place) {
        List<CheckResult> verdicts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                verdicts.add(Objects.requireNonNull(Json.MAPPER.readValue(lines.get(i), CheckResult.class)));
            } catch (JacksonException | NullPointerException e) {
                if (i < lines.size() - 1) {
                    throw new UnreadableReport(place + " is damaged in line " + (i + 2));
                }
            }
        }
        return verdicts;
    }

    private static RunReport notReached(RunReport planned) {
        return cutShort(
                planned, planned.results().stream().map(RunJournal::notReached).toList(), 0);
    }

    private static CheckResult notReached(CheckResult r) {
        if (r.verdict() == Verdict.SKIPPED || r.verdict() == Verdict.NOT_TESTABLE) {
            return r;
        }
        return new CheckResult(
                r.id(),
                r.level(),
                r.group(),
                r.source(),
                r.statement(),
                Verdict.INCONCLUSIVE,
                "the run ended before this was judged",
                List.of(),
                "",
                "Run the checks again and let them finish.",
                List.of(),
                List.of(),
                0,
                0,
                null);
    }

    private static RunReport cutShort(RunReport planned, List<CheckResult> results, long durationMs) {
        boolean failed = results.stream().anyMatch(result -> result.verdict() == Verdict.FAIL);
        return new RunReport(
                planned.tool(),
                planned.target(),
                planned.profile(),
                planned.started(),
                durationMs,
                failed ? SOMETHING_FAILED : NOTHING_PROVED,
                false,
                results,
                planned.clients(),
                planned.dialect(),
                planned.polling(),
                planned.criticalPathMs(),
                planned.notes());
    }

    private void append(Object value) {
        try {
            if (broken) {
                throw new IOException("an earlier line could not be written");
            }
            broken = true;
            out.write((Json.MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            broken = false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
