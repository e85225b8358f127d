package org.devicegrant.conformance.check;

import org.devicegrant.reports.model.CheckResult;

/** Told about a run while it goes on; by many threads. */
public interface RunListener {
    /** A verdict is there. */
    default void verdict(CheckResult result) {}

    /** The checks begin. */
    default void started(int selected) {}

    /** Something a reader should know first, for example that no browser was found. */
    default void note(String note) {}

    /** Does nothing. */
    static RunListener silent() {
        return new RunListener() {};
    }
}
