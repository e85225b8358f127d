package org.devicegrant.load.measure;

/**
 * What happened to the generator apart from the requests of the window, and can spoil these all the same: devices that
 * stood still before the window come all at once in it, or not at all.
 *
 * @param standstillMillis longest time between the origin and the end of the window in which it got no time at all
 * @param lateStartMillis every tenth request before the window was sent so late or later
 * @param neverBegun requests that were due before the window and never begun
 * @param outOfMemory whether its memory ran out
 */
public record Mishaps(long standstillMillis, double lateStartMillis, long neverBegun, boolean outOfMemory) {
    /** Nothing. */
    public static Mishaps none() {
        return new Mishaps(0, 0, 0, false);
    }
}
