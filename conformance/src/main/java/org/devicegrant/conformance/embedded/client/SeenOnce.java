package org.devicegrant.conformance.embedded.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers values for a while, to tell the first use from a replay. Safe for use by several threads. */
public final class SeenOnce {
    private static final int SWEEP_AT = 10_000;

    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final Duration memory;

    /** Remembers each value for {@code memory}. */
    public SeenOnce(Duration memory) {
        this.memory = memory;
    }

    /** Whether {@code value} is seen for the first time. */
    public boolean first(String value, Instant now) {
        if (seen.size() > SWEEP_AT) {
            seen.values().removeIf(at -> at.plus(memory).isBefore(now));
        }
        return seen.putIfAbsent(value, now) == null;
    }
}
