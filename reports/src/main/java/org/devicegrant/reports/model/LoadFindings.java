package org.devicegrant.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only some scenarios find out. Null where the scenario does not ask.
 *
 * @param approvals of {@code approval-wave}
 * @param renewal of {@code expiry-wave}
 * @param backlog of {@code backlog}, by growing number of pending codes
 * @param drift of {@code soak}
 * @param capacity of {@code capacity}
 */
public record LoadFindings(
        @Nullable Approvals approvals,
        @Nullable Renewal renewal,
        List<BacklogStep> backlog,
        @Nullable Drift drift,
        @Nullable LoadCapacity capacity) {
    public LoadFindings {
        backlog = List.copyOf(backlog);
    }

    /** For scenarios that have no findings of their own. */
    public static LoadFindings none() {
        return new LoadFindings(null, null, List.of(), null, null);
    }

    /**
     * How approving went.
     *
     * @param by who approved
     * @param planned how many codes were to be approved
     * @param confirmed how many were
     * @param perSecond confirmed approvals per second
     * @param durationMs of one approval
     * @param problems why others were not, in words
     */
    public record Approvals(
            String by,
            long planned,
            long confirmed,
            double perSecond,
            LoadPercentiles durationMs,
            List<String> problems) {
        public Approvals {
            problems = List.copyOf(problems);
        }
    }

    /**
     * How codes that expired together were renewed.
     *
     * @param expired how many devices saw their code expire
     * @param renewed how many had a new one at the end
     * @param recoveredAfterMs from the first expiry until every device had a new code, or null if that was not reached
     */
    public record Renewal(
            long expired, long renewed, @Nullable Long recoveredAfterMs) {}

    /**
     * One size of the backlog.
     *
     * @param pendingCodes how many codes were pending
     * @param latencyMs of polls meanwhile
     * @param issuancePerSecond how fast codes were issued to get there
     */
    public record BacklogStep(long pendingCodes, LoadPercentiles latencyMs, double issuancePerSecond) {}

    /**
     * Whether latency drifts.
     *
     * @param p50MsPerHour slope of the median
     * @param p99MsPerHour slope of the 99th percentile
     * @param significant whether the slope of the median is more than chance (Mann-Kendall, 1 %)
     */
    public record Drift(double p50MsPerHour, double p99MsPerHour, boolean significant) {}
}
