package org.devicegrant.load.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadReport;

/** What to conclude from a run, in at most three sentences: what was carried, whether it was right, what was the limit. */
public final class Conclusions {
    private Conclusions() {}

    /** The same report with its conclusions. */
    public static LoadReport drawn(LoadReport r) {
        LoadCapacity capacity = r.findings().capacity();
        List<String> sentences = new ArrayList<>(
                capacity == null ? List.of(carried(r), right(r), limit(r)) : CapacityConclusions.of(r, capacity));
        sentences.removeIf(String::isEmpty);
        return new LoadReport(
                r.tool(),
                r.target(),
                r.scenario(),
                r.settings(),
                r.started(),
                r.measuredSeconds(),
                r.complete(),
                r.stoppedBecause(),
                r.exitCode(),
                r.offeredPollsPerSecond(),
                r.achievedPollsPerSecond(),
                r.latencyMs(),
                r.scheduleErrorMs(),
                r.connectingMs(),
                r.issuanceMs(),
                r.approvalToTokenMs(),
                r.answers(),
                r.unanswered(),
                r.unsent(),
                r.errorShare(),
                r.violations(),
                r.objectives(),
                r.limitedBy(),
                r.generator(),
                r.timeline(),
                r.findings(),
                sentences,
                r.notes());
    }

    private static String carried(LoadReport r) {
        if (r.latencyMs().count() == 0) {
            return r.issuanceMs().count() == 0
                    ? "Nothing was measured."
                    : text(
                            "%d device authorization requests were answered, the median after %.1f ms, 99 %% within %.1f ms.",
                            r.issuanceMs().count(),
                            r.issuanceMs().p50(),
                            r.issuanceMs().p99());
        }
        // Where devices come and go there is no rate to compare with.
        String offered = r.offeredPollsPerSecond() == 0 ? "" : text(" (%.1f were offered)", r.offeredPollsPerSecond());
        return text(
                "%d devices polled %.1f times a second%s; half of the answers came within %.1f ms, 99 %% within"
                        + " %.1f ms.",
                r.settings().devices(),
                r.achievedPollsPerSecond(),
                offered,
                r.latencyMs().p50(),
                r.latencyMs().p99());
    }

    private static String right(LoadReport r) {
        String errors = r.errorShare() == 0
                ? "no request failed"
                : text("%.3g %% of the requests failed", r.errorShare() * 100);
        String broken = r.violationCount() == 0
                ? "every answer kept the protocol"
                : text("the protocol was broken %d times", r.violationCount());
        List<String> missed = r.objectives().stream()
                .filter(objective -> !objective.met())
                .map(objective -> objective.name() + " " + objective.measured() + " instead of " + objective.limit())
                .toList();
        String objectives = r.objectives().isEmpty()
                ? ""
                : missed.isEmpty() ? "; every objective was met" : "; missed: " + String.join(", ", missed);
        return Character.toUpperCase(errors.charAt(0)) + errors.substring(1) + " and " + broken + objectives + ".";
    }

    private static String limit(LoadReport r) {
        if (r.stoppedBecause() != null) {
            return "The run was cut short: " + r.stoppedBecause() + ".";
        }
        return switch (r.limitedBy()) {
            case GENERATOR ->
                "The generator or its machine was the limit, so these figures are not the server's: "
                        + String.join("; ", r.generator().guards()) + ".";
            case SERVER -> "The server was the limit, not the generator.";
            case NONE -> "Neither the server nor the generator was at its limit.";
        };
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
