package org.devicegrant.reports.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.devicegrant.reports.Caution;
import org.devicegrant.reports.html.Page;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;

/** {@code index.html} of a load run: one file, no script, readable in light, in dark and in print. */
public final class LoadPage {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final LoadReport report;
    private final LoadTables tables;
    private final LoadPlots plots;
    private final Markup page = new Markup();

    private LoadPage(LoadReport report) {
        this.report = report;
        this.tables = new LoadTables(report);
        this.plots = new LoadPlots(report);
    }

    /** The page. */
    public static String render(LoadReport report) {
        return new LoadPage(report).render();
    }

    private String render() {
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element(
                        "title",
                        "Load: " + report.scenario() + " on " + report.target().name())
                .raw("\n<style>" + Page.of("").style() + style() + "</style>\n</head>\n<body>\n");
        masthead();
        page.raw("<main class=\"wrap\">\n");
        findings();
        overTime();
        judged();
        generator();
        settings();
        return page.raw("</main>\n</body>\n</html>\n").toString();
    }

    private void masthead() {
        page.raw("<header class=\"masthead " + tone() + "\"><div class=\"wrap\">")
                .element("p class=\"kicker\"", "Load, scenario " + report.scenario())
                .raw("<h1>")
                .text(headline())
                .element("span class=\"target\"", report.target().name())
                .raw("</h1>");
        report.conclusions().forEach(sentence -> page.element("p class=\"detail\"", sentence));
        page.element(
                "p class=\"meta\"",
                DATE.format(report.started()) + ", " + report.target().tokenEndpoint());
        notes();
        page.raw("</div></header>\n");
    }

    private void notes() {
        List<String> notes = new ArrayList<>(report.notes());
        if (notes.remove(Caution.INSECURE)) {
            page.element("p class=\"caution\"", "Insecure. " + Caution.INSECURE);
        }
        if (!notes.isEmpty()) {
            page.raw("<ul class=\"notes\">");
            notes.forEach(note -> page.element("li", note));
            page.raw("</ul>");
        }
    }

    private String tone() {
        if (report.violationCount() > 0 || report.exitCode() == 6) {
            return "tone-bad";
        }
        return report.complete() && report.limitedBy() != LimitedBy.GENERATOR ? "tone-good" : "tone-doubt";
    }

    private String headline() {
        LoadCapacity capacity = report.findings().capacity();
        if (capacity != null && capacity.devicesFrom() > 0) {
            return capacity.devicesFrom()
                    + (capacity.devicesTo() == null ? " devices or more" : " to " + capacity.devicesTo() + " devices");
        }
        if (report.latencyMs().count() == 0) {
            return text(
                    "%d codes, 99 %% within %.0f ms",
                    report.issuanceMs().count(), report.issuanceMs().p99());
        }
        return text(
                "%.1f polls/s, 99 %% within %.1f ms",
                report.achievedPollsPerSecond(), report.latencyMs().p99());
    }

    private void findings() {
        LoadFindings findings = report.findings();
        LoadCapacity capacity = findings.capacity();
        if (capacity != null) {
            section("Capacity", capacity.prediction());
            CapacityPlots search = new CapacityPlots(capacity);
            figure(search.latency());
            figure(search.throughput());
            page.element(
                    "p class=\"lead\"",
                    "A dot is a trial that passed, a cross one that failed, a plus one that showed nothing and was repeated."
                            + " The knee lies in the grey band.");
            if (capacity.law() != null) {
                figure(search.instances(capacity.law()));
            }
            page.raw(tables.trials(capacity));
        }
        if (!findings.backlog().isEmpty()) {
            section("Backlog", "Does a poll cost more while more codes are pending?");
            figure(plots.backlog());
        }
        List<List<String>> facts = FindingFacts.of(findings);
        if (!facts.isEmpty()) {
            section("Findings", "");
            page.raw(LoadTables.facts(facts));
        }
    }

    private void overTime() {
        section("Latency", "From the moment each poll was due, whatever made it late.");
        figure(plots.latency());
        page.raw(tables.distributions());
        section("Answers", "");
        figure(plots.answers());
        page.raw(tables.answers());
    }

    private void judged() {
        if (!report.objectives().isEmpty()) {
            section("Objectives", "");
            page.raw(tables.objectives());
        }
        section("Protocol", "Every answer of the run was held against these, arrivals included.");
        page.raw(tables.invariants());
    }

    private void generator() {
        section("Generator", "Whether these figures are the server's.");
        report.generator().guards().forEach(guard -> page.element("p class=\"problem\"", guard));
        figure(plots.scheduleError());
        page.raw(tables.generator());
    }

    private void settings() {
        section("Settings", "");
        var s = report.settings();
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(
                "Devices", s.devices() + (s.injectors() > 1 ? ", played by " + s.injectors() + " injectors" : "")));
        facts.add(List.of("Interval", text("%.1f s, and %d ms more", s.intervalMs() / 1000.0, s.padMs())));
        facts.add(List.of("Arrivals", text("over %.1f s, seed %d", s.rampMs() / 1000.0, s.seed())));
        facts.add(List.of(
                "Counted", text("%.1f s of %.1f s planned", report.measuredSeconds(), s.durationMs() / 1000.0)));
        facts.add(List.of("Connections", s.connections()));
        facts.add(List.of("Clients", String.join(", ", s.clients())));
        facts.add(List.of("Lifetime of a code", s.lifetimeSeconds() + " s"));
        facts.add(List.of("Device authorization endpoint", report.target().deviceAuthorizationEndpoint()));
        facts.add(List.of(
                "Harness",
                report.tool().name() + " " + report.tool().version() + ", Java "
                        + report.tool().java()));
        page.raw(LoadTables.facts(facts));
    }

    private void section(String name, String lead) {
        page.raw("\n").element("h2", name);
        if (!lead.isEmpty()) {
            page.element("p class=\"lead\"", lead);
        }
    }

    private void figure(String svg) {
        page.raw("<div class=\"figure\">" + svg + "</div>\n");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String style() {
        try (InputStream in = LoadPage.class.getResourceAsStream("load.css")) {
            if (in == null) {
                throw new IllegalStateException("load.css is missing from the reports jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
