package org.devicegrant.conformance.target;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code objectives} of the target file: what a load run must reach. A null part is no objective.
 *
 * @param p50 median latency at most
 * @param p90 90th percentile at most
 * @param p99 99th percentile at most
 * @param p999 99.9th percentile at most
 * @param max largest latency at most
 * @param errors failed requests at most, as a fraction from 0 to 1
 */
public record Objectives(
        @Nullable Duration p50,
        @Nullable Duration p90,
        @Nullable Duration p99,
        @Nullable Duration p999,
        @Nullable Duration max,
        @Nullable Double errors) {

    /** No objective. */
    public static Objectives none() {
        return new Objectives(null, null, null, null, null, null);
    }
}
