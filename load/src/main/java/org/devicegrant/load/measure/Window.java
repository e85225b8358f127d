package org.devicegrant.load.measure;

/**
 * The part of a run whose figures count: requests that were due in it, whenever they were answered.
 *
 * @param from first moment, a reading of {@link org.devicegrant.load.time.Clock#nanos}
 * @param to first moment after it
 */
public record Window(long from, long to) {
    /** Whether a request that was due then counts. */
    public boolean holds(long due) {
        return due - from >= 0 && due - to < 0;
    }

    /** Its length in seconds. */
    public double seconds() {
        return (to - from) / 1e9;
    }
}
