package org.devicegrant.reports.model;

/** What a run can say about one requirement. */
public enum Verdict {
    /** The requirement was seen to hold. */
    PASS,
    /** A MUST, a REQUIRED or a strict derivation is broken, and it was proved. */
    FAIL,
    /** A recommendation is not followed, or a lawful answer breaks real clients. */
    WARNING,
    /** The requirement does not apply, or the target file lacks what the check needs. */
    SKIPPED,
    /** The situation could not be created or observed. */
    INCONCLUSIVE,
    /** No black box can see it. */
    NOT_TESTABLE
}
