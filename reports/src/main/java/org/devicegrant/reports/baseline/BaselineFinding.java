package org.devicegrant.reports.baseline;

/**
 * What became of one entry of a baseline.
 *
 * @param kind what became of it
 * @param entry the entry
 * @param explanation one sentence that names the file and line, and what to do
 */
public record BaselineFinding(Kind kind, BaselineEntry entry, String explanation) {

    /** What can become of an entry. */
    public enum Kind {
        /** The deviation is still there, as described. */
        COVERED(false),
        /** The run could not judge the requirement, so nothing is known of the deviation. */
        NOT_JUDGED(false),
        /** The requirement holds, or only warns where a failure was accepted. */
        NO_LONGER_FAILING(true),
        /** The requirement fails with another verdict or another message. */
        DIFFERENT(true),
        /** The last day is over. */
        EXPIRED(true),
        /** The catalogue has no such requirement. */
        UNKNOWN(true);

        private final boolean stale;

        Kind(boolean stale) {
            this.stale = stale;
        }

        /** Whether somebody has to mend the baseline. */
        public boolean stale() {
            return stale;
        }
    }
}
