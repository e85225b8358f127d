package org.devicegrant.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.devicegrant.reports.Headline;
import org.devicegrant.reports.Json;
import org.devicegrant.reports.VisibleText;
import org.devicegrant.reports.html.MatrixPage;
import org.devicegrant.reports.html.Templates;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/** A matrix of servers as page, Markdown and JSON. */
public final class MatrixReport {

    private MatrixReport() {}

    /** As one self-contained page. */
    public static String html(Matrix matrix) {
        return Templates.render("matrix.jte", MatrixPage.of(matrix));
    }

    /** As Markdown: one row for each requirement. */
    public static String markdown(Matrix matrix) {
        StringBuilder text = new StringBuilder("| requirement | level |");
        matrix.runs()
                .forEach(run -> text.append(' ')
                        .append(VisibleText.markdown(run.target().name()))
                        .append(" |"));
        text.append("\n| --- | --- |").append(" :---: |".repeat(matrix.runs().size()));
        text.append("\n| **result** | |");
        matrix.runs().forEach(run -> text.append(" **").append(tally(run)).append("** |"));
        for (Matrix.Row row : matrix.rows()) {
            text.append("\n| ")
                    .append(VisibleText.markdown(row.rule().id()))
                    .append(" | ")
                    .append(row.rule().level().word())
                    .append(" |");
            row.results()
                    .forEach(result -> text.append(' ').append(sign(result)).append(" |"));
        }
        text.append("\n\n✅ pass · ❌ fail · ⚠️ warning · ❔ inconclusive · ➖ skipped · ∅ not testable\n");
        matrix.runs().forEach(run -> text.append("\n- ").append(provenance(run)));
        return text.append('\n').toString();
    }

    /** As JSON, for programs; its JSON Schema is shipped beside this class as {@code matrix.schema.json}. */
    public static String json(Matrix matrix) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", 1);
        tree.put("servers", matrix.runs().stream().map(MatrixReport::server).toList());
        List<Map<String, Object>> rows = new ArrayList<>();
        matrix.rows().forEach(row -> rows.add(row(row)));
        tree.put("requirements", rows);
        return Json.pretty(tree);
    }

    private static Map<String, Object> server(RunReport run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", run.target().name());
        tree.put("issuer", run.target().issuer());
        tree.put("started", run.started());
        tree.put("version", run.tool().version());
        tree.put("catalogue", run.tool().catalogue());
        tree.put("profile", run.profile());
        tree.put("complete", run.complete());
        tree.put("exit_code", run.exitCode());
        return tree;
    }

    private static Map<String, Object> row(Matrix.Row row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", row.rule().id());
        tree.put("level", row.rule().level());
        tree.put("group", row.rule().group());
        List<Object> verdicts = new ArrayList<>();
        row.results()
                .forEach(result -> verdicts.add(result.map(CheckResult::verdict).orElse(null)));
        tree.put("verdicts", verdicts);
        return tree;
    }

    private static String tally(RunReport run) {
        return run.counts().get(Verdict.PASS) + " ✅ " + run.counts().get(Verdict.FAIL) + " ❌";
    }

    private static String provenance(RunReport run) {
        return VisibleText.markdown(run.target().name()) + ": "
                + Headline.of(run).title() + ". Run of " + run.started() + " with "
                + List.of(
                                run.tool().name(),
                                run.tool().version(),
                                "catalogue",
                                run.tool().catalogue())
                        .stream()
                        .map(VisibleText::markdown)
                        .collect(Collectors.joining(" "));
    }

    private static String sign(Optional<CheckResult> result) {
        return result.map(known -> switch (known.verdict()) {
                    case PASS -> "✅";
                    case FAIL -> "❌";
                    case WARNING -> "⚠️";
                    case INCONCLUSIVE -> "❔";
                    case SKIPPED -> "➖";
                    case NOT_TESTABLE -> "∅";
                })
                .orElse("");
    }
}
