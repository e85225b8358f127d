package org.devicegrant.reports;

import java.util.List;
import java.util.stream.Collectors;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/** {@code summary.md}: under 60 lines for a pull request or a step summary. Nothing a server sent is read as markup. */
public final class SummaryMarkdown {

    private static final int FAILURES = 15;
    private static final int WARNINGS = 8;
    private static final int REASONS = 6;
    private static final int CLIENTS = 6;
    private static final int CELL = 240;

    private SummaryMarkdown() {}

    /** The run as Markdown. */
    public static String render(RunReport run) {
        Headline headline = Headline.of(run);
        Lines lines = new Lines();
        lines.add("## " + mark(headline.tone()) + " " + headline.title() + ": "
                + cell(run.target().name()));
        lines.add("");
        lines.add(headline.detail());
        lines.add("");
        Caution.of(run).ifPresent(caution -> {
            lines.add("**⚠️ " + cell(caution) + "**");
            lines.add("");
        });
        counts(lines, run);
        if (run.dialect() != null) {
            lines.add("");
            lines.add(cell(DialectWords.sentence(run)));
        }
        results(lines, "Broken", withVerdict(run, Verdict.FAIL), FAILURES);
        results(lines, "Warnings", withVerdict(run, Verdict.WARNING), WARNINGS);
        reasons(lines, run);
        clients(lines, run);
        automaton(lines, run);
        lines.add("");
        lines.add(provenance(run));
        return lines.toString();
    }

    private static void counts(Lines lines, RunReport run) {
        lines.add("| " + run.counts().keySet().stream().map(Verdict::name).collect(Collectors.joining(" | ")) + " |");
        lines.add("|" + " ---: |".repeat(run.counts().size()));
        lines.add("| " + run.counts().values().stream().map(String::valueOf).collect(Collectors.joining(" | ")) + " |");
    }

    private static void results(Lines lines, String title, List<CheckResult> results, int limit) {
        if (results.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("### " + title);
        lines.add("| requirement | level | what happened |");
        lines.add("| --- | --- | --- |");
        results.stream().limit(limit).forEach(result -> lines.add(row(result)));
        lines.more(results.size() - limit, "in the full report");
    }

    private static String row(CheckResult result) {
        String known = result.baseline() == null ? "" : " (known: " + cell(result.baseline()) + ")";
        return "| " + id(result.id()) + " | " + result.level().word() + " | " + cell(result.message()) + known + " |";
    }

    private static void reasons(Lines lines, RunReport run) {
        List<Reason> reasons = Reason.of(run);
        if (reasons.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("### Not judged");
        reasons.stream()
                .limit(REASONS)
                .forEach(reason -> lines.add("- " + reason.count() + "× " + cell(reason.message())
                        + (reason.wayOut().isBlank() ? "" : " – " + cell(reason.wayOut()))));
        lines.more(reasons.size() - REASONS, "reasons in the full report");
    }

    private static void clients(Lines lines, RunReport run) {
        List<RunReport.ClientResult> broken = run.clients().stream()
                .filter(client -> client.verdict() == Verdict.FAIL)
                .toList();
        if (broken.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("### Clients that cannot log in");
        broken.stream()
                .limit(CLIENTS)
                .forEach(client -> lines.add("- " + cell(client.client()) + ": " + cell(client.breaksOn())));
        lines.more(broken.size() - CLIENTS, "in the full report");
    }

    /** One line: who can log in, and what was measured. */
    private static void automaton(Lines lines, RunReport run) {
        String line = Glance.line(run);
        if (!line.isEmpty()) {
            lines.add("");
            lines.add(cell(line));
        }
    }

    private static String provenance(RunReport run) {
        return "<sub>" + cell(run.tool().name()) + " " + cell(run.tool().version()) + ", catalogue "
                + cell(run.tool().catalogue()) + ", profile " + cell(run.profile()) + ", " + run.started() + "</sub>";
    }

    private static List<CheckResult> withVerdict(RunReport run, Verdict verdict) {
        return run.results().stream()
                .filter(result -> result.verdict() == verdict)
                .toList();
    }

    private static String cell(String text) {
        return VisibleText.markdown(VisibleText.cut(VisibleText.oneLine(text), CELL));
    }

    private static String id(String id) {
        return id.matches("[\\w.-]+") ? "`" + id + "`" : cell(id);
    }

    private static String mark(Headline.Tone tone) {
        return switch (tone) {
            case GOOD -> "✅";
            case BAD -> "❌";
            case DOUBT -> "⚠️";
        };
    }

    /** Lines of a file, each ended by a line feed. */
    private static final class Lines {
        private final StringBuilder text = new StringBuilder();

        void add(String line) {
            text.append(line).append('\n');
        }

        void more(int count, String where) {
            if (count > 0) {
                add("");
                add("… and " + count + " more " + where + ".");
            }
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
