package org.devicegrant.conformance.target;

import java.time.Duration;

/**
 * {@code timing} of the target file.
 *
 * @param intervalGuard added to the interval when polling lawfully
 * @param lateExpiry how long after {@code expires_in} an approved code must be dead
 * @param startsPerSecond request starts per second outside bursts that a check needs
 */
public record Timing(Duration intervalGuard, Duration lateExpiry, double startsPerSecond) {
    /** 200 ms, 60 s and 10 per second. */
    public static Timing defaults() {
        return new Timing(Duration.ofMillis(200), Duration.ofSeconds(60), 10);
    }
}
