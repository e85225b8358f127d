package org.devicegrant.reports;

import java.util.stream.Collectors;
import org.devicegrant.reports.model.CheckResult;

/** One result as a few labelled lines of plain text, for formats whose readers know no structure. */
final class PlainDetail {

    private PlainDetail() {}

    static String of(CheckResult result) {
        StringBuilder text = new StringBuilder();
        line(text, "Rule", result.level().word() + " - " + result.statement());
        line(text, "Source", result.source());
        line(text, "Accepted", String.join("; or ", result.expected()));
        line(text, "Received", result.actual());
        line(text, "Fix", result.fix());
        line(
                text,
                "Exchanges",
                result.exchanges().stream().map(number -> "#" + number).collect(Collectors.joining(", ")));
        line(text, "Screenshots", String.join(", ", result.screenshots()));
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isBlank()) {
            text.append(label).append(": ").append(value.strip()).append('\n');
        }
    }
}
