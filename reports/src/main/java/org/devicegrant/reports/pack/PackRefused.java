package org.devicegrant.reports.pack;

/** An evidence pack that was altered, is incomplete or is no pack at all. The message names the place. */
public final class PackRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PackRefused(String message) {
        super(message);
    }
}
