package org.devicegrant.reports.baseline;

/** A baseline file that cannot be used. The message names the file, the line and the way out. */
public final class WrongBaseline extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongBaseline(String place, int line, String problem) {
        super(place + " line " + line + ": " + problem);
    }
}
