package org.devicegrant.load.merge;

import java.util.List;
import java.util.Objects;
import org.devicegrant.load.measure.Percentiles;
import org.devicegrant.load.scenario.Approvers;
import org.devicegrant.load.scenario.Soak;
import org.devicegrant.reports.model.LoadFindings;
import org.devicegrant.reports.model.LoadFindings.Approvals;
import org.devicegrant.reports.model.LoadFindings.Drift;
import org.devicegrant.reports.model.LoadFindings.Renewal;
import org.devicegrant.reports.model.LoadReport.LoadSlice;
import org.devicegrant.reports.model.LoadSettings;
import org.jspecify.annotations.Nullable;

/** What only some scenarios find out, over all injectors. */
final class MergedFindings {
    private final List<Part> parts;
    private final Histograms histograms;

    private MergedFindings(List<Part> parts, Histograms histograms) {
        this.parts = parts;
        this.histograms = histograms;
    }

    static LoadFindings of(List<Part> parts, Histograms histograms) {
        MergedFindings merged = new MergedFindings(parts, histograms);
        return new LoadFindings(merged.approvals(), merged.renewal(), List.of(), merged.drift(), null);
    }

    private @Nullable Approvals approvals() {
        List<Approvals> all = parts.stream()
                .map(part -> part.report().findings().approvals())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return all.isEmpty()
                ? null
                : new Approvals(
                        all.get(0).by(),
                        all.stream().mapToLong(Approvals::planned).sum(),
                        all.stream().mapToLong(Approvals::confirmed).sum(),
                        all.stream().mapToDouble(Approvals::perSecond).sum(),
                        Percentiles.of(histograms.of(Approvers.DURATIONS)),
                        all.stream()
                                .flatMap(one -> one.problems().stream())
                                .distinct()
                                .toList());
    }

    /** All have a new code when the last injector's devices have. */
    private @Nullable Renewal renewal() {
        List<Renewal> all = parts.stream()
                .map(part -> part.report().findings().renewal())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (all.isEmpty()) {
            return null;
        }
        boolean recovered = all.stream().allMatch(one -> one.recoveredAfterMs() != null);
        return new Renewal(
                all.stream().mapToLong(Renewal::expired).sum(),
                all.stream().mapToLong(Renewal::renewed).sum(),
                recovered
                        ? all.stream()
                                .mapToLong(one -> Objects.requireNonNullElse(one.recoveredAfterMs(), 0L))
                                .max()
                                .orElse(0)
                        : null);
    }

    private @Nullable Drift drift() {
        if (parts.get(0).report().findings().drift() == null) {
            return null;
        }
        LoadSettings settings = parts.get(0).report().settings();
        double from = (settings.rampMs() + settings.intervalMs() + settings.padMs()) / 1000.0;
        List<LoadSlice> counted = MergedTimeline.of(parts).stream()
                .filter(slice -> slice.startSeconds() >= from && slice.maxMs() > 0)
                .toList();
        return Soak.drift(
                counted.stream()
                        .mapToDouble(slice -> slice.startSeconds() / 3600)
                        .toArray(),
                counted.stream().mapToDouble(LoadSlice::p50Ms).toArray(),
                counted.stream().mapToDouble(LoadSlice::p99Ms).toArray());
    }
}
