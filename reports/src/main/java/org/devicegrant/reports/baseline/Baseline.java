package org.devicegrant.reports.baseline;

import java.util.List;

/**
 * The known deviations of one server.
 *
 * @param place the file's name, for messages
 * @param entries in the order of the file; no requirement twice
 */
public record Baseline(String place, List<BaselineEntry> entries) {

    public Baseline {
        entries = List.copyOf(entries);
    }
}
