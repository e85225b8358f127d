package org.devicegrant.reports;

/** A file that a run is said to have left cannot be read as such. The message names the file, the place and the way out. */
public final class UnreadableReport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableReport(String message) {
        super(message);
    }
}
