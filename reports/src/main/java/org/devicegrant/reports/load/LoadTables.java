package org.devicegrant.reports.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadGenerator;
import org.devicegrant.reports.model.LoadPercentiles;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LoadInvariant;
import org.devicegrant.reports.model.LoadReport.LoadObjective;
import org.jspecify.annotations.Nullable;

/** The tables of the page. */
final class LoadTables {
    private final LoadReport report;

    LoadTables(LoadReport report) {
        this.report = report;
    }

    /** All distributions that were measured. */
    String distributions() {
        Markup table = new Markup()
                .raw(
                        "<table class=\"numbers\"><caption>Milliseconds</caption><thead><tr><td></td><th scope=\"col\">count</th>"
                                + "<th scope=\"col\">p50</th><th scope=\"col\">p90</th><th scope=\"col\">p99</th>"
                                + "<th scope=\"col\">p99.9</th><th scope=\"col\">max</th></tr></thead><tbody>");
        distribution(table, "Poll, from when it was due", report.latencyMs());
        distribution(table, "Device authorization, from when it was due", report.issuanceMs());
        distribution(table, "Approval to token", report.approvalToTokenMs());
        distribution(table, "Schedule error of the generator", report.scheduleErrorMs());
        distribution(table, "Hand-over to written request", report.connectingMs());
        return table.raw("</tbody></table>").toString();
    }

    /** Objectives and whether they were met. */
    String objectives() {
        Markup table = new Markup()
                .raw(
                        "<table class=\"facttable\"><thead><tr><th scope=\"col\">Objective</th><th scope=\"col\">Limit</th>"
                                + "<th scope=\"col\">Measured</th><th scope=\"col\"></th></tr></thead><tbody>");
        for (LoadObjective objective : report.objectives()) {
            table.raw("<tr>")
                    .element("th scope=\"row\"", objective.name())
                    .element("td", objective.limit())
                    .element("td", objective.measured())
                    .raw("<td>" + chip(objective.met(), objective.met() ? "met" : "missed") + "</td></tr>");
        }
        return table.raw("</tbody></table>").toString();
    }

    /** Invariants with their breaches. */
    String invariants() {
        Markup table = new Markup()
                .raw(
                        "<table><thead><tr><th scope=\"col\">Invariant</th><th scope=\"col\">Broken</th></tr></thead><tbody>");
        for (LoadInvariant invariant : report.violations()) {
            table.raw("<tr><th scope=\"row\" class=\"rule\">")
                    .element("code", invariant.id())
                    .element("span class=\"statement\"", invariant.rule())
                    .raw("</th><td>")
                    .raw(chip(invariant.count() == 0, invariant.count() == 0 ? "never" : invariant.count() + " times"));
            if (!invariant.examples().isEmpty()) {
                table.raw("<ul class=\"others\">");
                invariant.examples().forEach(example -> table.element("li", example));
                table.raw("</ul>");
            }
            table.raw("</td></tr>");
        }
        return table.raw("</tbody></table>").toString();
    }

    /** How many answers of each kind. */
    String answers() {
        long total =
                report.answers().values().stream().mapToLong(Long::longValue).sum();
        Markup table = new Markup()
                .raw("<table class=\"facttable\"><thead><tr><th scope=\"col\">Answer</th><th scope=\"col\">Count</th>"
                        + "<th scope=\"col\">Share</th></tr></thead><tbody>");
        for (Map.Entry<String, Long> answer : report.answers().entrySet()) {
            if (answer.getValue() > 0) {
                table.raw("<tr><th scope=\"row\">")
                        .element("code", answer.getKey())
                        .raw("</th>")
                        .element("td", String.valueOf(answer.getValue()))
                        .element("td", text("%.2f %%", 100.0 * answer.getValue() / Math.max(1, total)))
                        .raw("</tr>");
            }
        }
        return table.raw("</tbody></table>").toString();
    }

    /** How the generator was. */
    String generator() {
        LoadGenerator generator = report.generator();
        Markup table = new Markup().raw("<table class=\"facttable\"><tbody>");
        fact(
                table,
                "Ceiling against a server that answers at once",
                generator.ceilingPollsPerSecond() == null
                        ? "not measured"
                        : text("%.0f polls/s", generator.ceilingPollsPerSecond()));
        fact(
                table,
                "CPU of the generator",
                text(
                        "%.1f s, %.0f %% of %d processors",
                        generator.cpuSeconds(), generator.cpuShare() * 100, generator.processors()));
        fact(table, "Busiest event loop", text("%.0f %% of a processor", generator.busiestLoopShare() * 100));
        fact(table, "Compiling", text("%.1f %% of the time", generator.jitShare() * 100));
        fact(table, "Longest stop for garbage", generator.longestPauseMs() + " ms");
        fact(table, "Processor time given to other machines", percent(generator.stolenShare()));
        fact(table, "Held back", number(generator.throttled(), " times"));
        fact(table, "Connections opened", number(generator.connectionsOpened(), ""));
        fact(table, "Open files at most", number(generator.openFiles(), ""));
        return table.raw("</tbody></table>").toString();
    }

    /** Every trial of a search. */
    String trials(LoadCapacity capacity) {
        Markup table = new Markup()
                .raw(
                        "<table class=\"numbers trials\"><thead><tr><th scope=\"col\">Trial</th><th scope=\"col\">Devices</th>"
                                + "<th scope=\"col\">Polls/s</th><th scope=\"col\">p50 ms</th><th scope=\"col\">p99 ms</th>"
                                + "<th scope=\"col\">Errors</th><th scope=\"col\">Verdict</th></tr></thead><tbody>");
        for (LoadCapacity.Trial trial : capacity.trials()) {
            table.raw("<tr>")
                    .element("th scope=\"row\"", trial.kind())
                    .element("td", String.valueOf(trial.devices()))
                    .element("td", text("%.1f", trial.achievedPerSecond()))
                    .element("td", text("%.1f", trial.p50Ms()))
                    .element("td", text("%.1f", trial.p99Ms()))
                    .element("td", text("%.2f %%", trial.errorShare() * 100))
                    .element("td", trial.verdict() + (trial.why().isEmpty() ? "" : ": " + trial.why()))
                    .raw("</tr>");
        }
        return table.raw("</tbody></table>").toString();
    }

    /** A list of facts, name and value. */
    static String facts(List<List<String>> facts) {
        Markup table = new Markup().raw("<table class=\"facttable\"><tbody>");
        facts.forEach(fact -> fact(table, fact.get(0), fact.get(1)));
        return table.raw("</tbody></table>").toString();
    }

    private static void distribution(Markup table, String name, LoadPercentiles p) {
        if (p.count() > 0) {
            table.raw("<tr>")
                    .element("th scope=\"row\"", name)
                    .element("td", String.valueOf(p.count()))
                    .element("td", text("%.2f", p.p50()))
                    .element("td", text("%.2f", p.p90()))
                    .element("td", text("%.2f", p.p99()))
                    .element("td", text("%.2f", p.p999()))
                    .element("td", text("%.2f", p.max()))
                    .raw("</tr>");
        }
    }

    private static void fact(Markup table, String name, String value) {
        table.raw("<tr>").element("th scope=\"row\"", name).element("td", value).raw("</tr>");
    }

    private static String chip(boolean good, String word) {
        return "<span class=\"chip v-" + (good ? "pass" : "fail") + "\">" + Markup.escape(word) + "</span>";
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "unknown" : text("%.1f %%", share * 100);
    }

    private static String number(@Nullable Double value, String unit) {
        return value == null ? "unknown" : text("%.0f", value) + unit;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
