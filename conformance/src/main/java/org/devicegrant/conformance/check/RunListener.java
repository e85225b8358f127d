package org.devicegrant.conformance.check;

import java.util.List;
import org.devicegrant.reports.model.CheckResult;

/** Told about a run while it goes on; by many threads. */
public interface RunListener {
    /** A verdict is there. */
    default void verdict(CheckResult result) {}

    /** The checks of these requirements begin. */
    default void started(List<String> selected) {}

    /** Something a reader should know first, for example that no browser was found. */
    default void note(String note) {}

    /** Does nothing. */
    static RunListener silent() {
        return new RunListener() {};
    }
}
