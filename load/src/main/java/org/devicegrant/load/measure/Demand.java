package org.devicegrant.load.measure;

/**
 * Polls that devices make if every answer comes at once.
 *
 * @param pollsPerSecond of all of them
 * @param devices how many there are
 */
public record Demand(double pollsPerSecond, long devices) {
    /** With less done, the server did not keep up. */
    private static final double KEPT_UP = 0.95;
    /** Standard deviations. */
    private static final double CHANCE = 3;

    /**
     * Whether so many polls in so many seconds are what was to be expected. A device has its last poll in the time that
     * counts or just after it: where in their interval devices are at its two ends is chance.
     */
    public boolean metBy(long polls, double seconds) {
        double expected = pollsPerSecond * seconds;
        double part = devices == 0 ? 0 : expected / devices % 1;
        double deviation = Math.sqrt(devices * part * (1 - part));
        return polls >= KEPT_UP * expected - CHANCE * deviation;
    }
}
