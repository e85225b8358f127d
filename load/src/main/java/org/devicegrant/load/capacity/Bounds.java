package org.devicegrant.load.capacity;

/**
 * Where a search looks.
 *
 * @param start devices of the first trial
 * @param most devices that may be tried at all
 */
public record Bounds(int start, int most) {
    /** The ends of the interval are at most this far apart, relative to the lower one. */
    static final double RESOLUTION = 1.05;

    public Bounds {
        if (start < 1 || most < start) {
            throw new IllegalArgumentException("a search starts with at least one device and at most " + most);
        }
    }
}
