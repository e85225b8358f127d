package org.devicegrant.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * What is printed when a run is over: at most 25 lines, failures first, and the path of {@code index.html} as the last
 * line, never cut, so that a script can take it.
 */
public final class ConsoleSummary {

    private static final String INDENT = "      ";
    private static final int FAILURES = 9;
    private static final int WARNINGS = 3;
    private static final int REASONS = 3;
    private static final int NOTES = 2;

    private final Terminal terminal;

    public ConsoleSummary(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The summary, each line ended by a line feed.
     *
     * @param index path of {@code index.html}, or of the report directory where no page was asked for
     */
    public String render(RunReport run, String index) {
        List<String> lines = new ArrayList<>();
        addResults(lines, run, Verdict.FAIL, FAILURES);
        addResults(lines, run, Verdict.WARNING, WARNINGS);
        addReasons(lines, Reason.of(run));
        lines.add("");
        int notes = NOTES;
        if (run.dialect() != null) {
            lines.add(fit("", DialectWords.sentence(run)));
            notes--;
        }
        Optional<String> caution = Caution.of(run);
        if (caution.isPresent()) {
            notes--;
        }
        run.notes().stream().limit(notes).forEach(note -> lines.add(fit("note  ", note)));
        lines.add(fit("", counts(run)));
        Long critical = run.criticalPathMs();
        if (critical != null && critical > 0) {
            lines.add(fit("", pace(run.durationMs(), critical)));
        }
        caution.ifPresent(text -> lines.add(painted(fit("INSECURE  ", text), Paint.YELLOW)));
        lines.add(headline(run));
        lines.add(index);
        return String.join("\n", lines) + "\n";
    }

    private void addResults(List<String> lines, RunReport run, Verdict verdict, int limit) {
        List<CheckResult> results = run.results().stream()
                .filter(result -> result.verdict() == verdict)
                .sorted((a, b) -> Boolean.compare(a.baseline() != null, b.baseline() != null))
                .toList();
        results.stream().limit(limit).forEach(result -> lines.add(line(result)));
        if (results.size() > limit) {
            lines.add(fit(INDENT + "… and ", (results.size() - limit) + " more " + verdict));
        }
    }

    private String line(CheckResult result) {
        boolean known = result.baseline() != null;
        String word = known ? "KNOWN" : result.verdict() == Verdict.FAIL ? "FAIL " : "WARN ";
        String text = fit(word + " " + VisibleText.terminal(result.id()) + "  ", result.message());
        Paint paint = known ? Paint.DIM : result.verdict() == Verdict.FAIL ? Paint.RED : Paint.YELLOW;
        return painted(word, paint) + text.substring(word.length());
    }

    private void addReasons(List<String> lines, List<Reason> reasons) {
        reasons.stream()
                .limit(REASONS)
                .forEach(reason -> lines.add(fit(
                        INDENT
                                + reason.count()
                                + (reason.verdict() == Verdict.SKIPPED ? " skipped: " : " inconclusive: "),
                        reason.message() + (reason.wayOut().isBlank() ? "" : " -> " + reason.wayOut()))));
        if (reasons.size() > REASONS) {
            lines.add(fit(INDENT + "… and ", (reasons.size() - REASONS) + " more reasons in the report"));
        }
    }

    /** How long it took, and how much longer than it had to. */
    private static String pace(long durationMs, long criticalPathMs) {
        return String.format(
                Locale.ROOT,
                "%d s, %.2f times the critical path of %d s",
                durationMs / 1000,
                (double) durationMs / criticalPathMs,
                criticalPathMs / 1000);
    }

    private static String counts(RunReport run) {
        return run.counts().entrySet().stream()
                .map(count -> count.getValue() + " "
                        + count.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private String headline(RunReport run) {
        Headline headline = Headline.of(run);
        String title = VisibleText.terminal(run.target().name()) + ": " + headline.title();
        Paint paint = switch (headline.tone()) {
            case GOOD -> Paint.GREEN;
            case BAD -> Paint.RED;
            case DOUBT -> Paint.YELLOW;
        };
        String line = fit(title + ". ", headline.detail());
        return line.startsWith(title) ? painted(title, paint) + line.substring(title.length()) : line;
    }

    /** Our own {@code label}, then text that may come from the server, within the width. */
    private String fit(String label, String text) {
        return VisibleText.cut(label + VisibleText.terminal(text), terminal.width());
    }

    private String painted(String text, Paint paint) {
        return terminal.color() ? paint.code + text + "\u001b[0m" : text;
    }

    /** The few colours used, as the eight of every terminal. */
    private enum Paint {
        RED("\u001b[31m"),
        GREEN("\u001b[32m"),
        YELLOW("\u001b[33m"),
        DIM("\u001b[2m");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }
}
