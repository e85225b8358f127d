package org.devicegrant.conformance.exchange;

/** Monotonic time in nanoseconds; only differences mean anything. */
@FunctionalInterface
public interface Ticker {
    long nanos();
}
