package org.devicegrant.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.devicegrant.reports.Json;
import org.devicegrant.reports.VisibleText;
import org.devicegrant.reports.html.DiffPage;
import org.devicegrant.reports.html.Templates;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/** A comparison of two runs as page, Markdown and JSON. */
public final class DiffReport {

    private static final int ROWS = 40;
    private static final int CELL = 200;

    private DiffReport() {}

    /** As one self-contained page. */
    public static String html(RunDiff diff) {
        return Templates.render("diff.jte", DiffPage.of(diff));
    }

    /** As JSON, for programs; its JSON Schema is shipped beside this class as {@code diff.schema.json}. */
    public static String json(RunDiff diff) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", 1);
        tree.put("before", run(diff.before()));
        tree.put("after", run(diff.after()));
        tree.put("mover", diff.mover());
        tree.put("circumstances", diff.circumstances());
        List<Map<String, Object>> changes = new ArrayList<>();
        diff.changes().forEach(change -> changes.add(change(change)));
        tree.put("changes", changes);
        return Json.pretty(tree);
    }

    /** As Markdown, for a pull request. */
    public static String markdown(RunDiff diff) {
        StringBuilder text = new StringBuilder("## What changed: ")
                .append(cell(diff.before().target().name()))
                .append(" → ")
                .append(cell(diff.after().target().name()))
                .append("\n\n")
                .append(cell(diff.mover()))
                .append('\n');
        if (!diff.changes().isEmpty()) {
            text.append("\n| what | requirement | before | after |\n| --- | --- | --- | --- |\n");
            diff.changes().stream().limit(ROWS).forEach(change -> text.append(row(change)));
        }
        if (diff.changes().size() > ROWS) {
            text.append("\n… and ").append(diff.changes().size() - ROWS).append(" more.\n");
        }
        diff.circumstances()
                .forEach(circumstance -> text.append("\n- ")
                        .append(circumstance.name())
                        .append(": ")
                        .append(cell(circumstance.before()))
                        .append(" → ")
                        .append(cell(circumstance.after())));
        return text.toString().stripTrailing() + "\n";
    }

    private static String row(Change change) {
        return "| " + change.kind().words() + (change.ruleChanged() ? " (rule changed)" : "") + " | "
                + cell(change.id()) + " | " + said(change.before()) + " | " + said(change.after()) + " |\n";
    }

    private static String said(@Nullable CheckResult result) {
        return result == null ? "–" : cell(result.verdict() + " " + result.message());
    }

    private static String cell(String text) {
        return VisibleText.markdown(VisibleText.cut(VisibleText.oneLine(text), CELL));
    }

    private static Map<String, Object> run(RunReport run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("target", run.target().name());
        tree.put("started", run.started());
        tree.put("version", run.tool().version());
        tree.put("catalogue", run.tool().catalogue());
        tree.put("exit_code", run.exitCode());
        tree.put("complete", run.complete());
        return tree;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", change.id());
        tree.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        tree.put("rule_changed", change.ruleChanged());
        tree.put("before", verdict(change.before()));
        tree.put("after", verdict(change.after()));
        return tree;
    }

    private static @Nullable Map<String, Object> verdict(@Nullable CheckResult result) {
        return result == null ? null : Map.of("verdict", result.verdict(), "message", result.message());
    }
}
