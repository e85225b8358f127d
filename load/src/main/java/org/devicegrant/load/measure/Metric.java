package org.devicegrant.load.measure;

/** What is measured as a distribution. All in microseconds. */
public enum Metric {
    /** From when a poll was due until its answer had arrived: what the device waits, the generator's lateness included. */
    LATENCY("latency"),
    /** From when a request was due until the generator handed it over: the generator's own schedule error. */
    LATENESS("lateness"),
    /** From the hand-over until the request was written: mostly opening a connection. */
    CONNECTING("connecting"),
    /** From when a device authorization request was due until its answer had arrived. */
    ISSUANCE("issuance"),
    /** From the confirmed approval until the device had its token. */
    REDEMPTION("redemption");

    private final String tag;

    Metric(String tag) {
        this.tag = tag;
    }

    /** The name in histogram logs. */
    public String tag() {
        return tag;
    }
}
