package org.devicegrant.load.capacity;

import java.util.Locale;

/** What a trial has shown. */
public enum Verdict {
    /** The load was carried. */
    PASS,
    /** It was not, and that is the server's. */
    FAIL,
    /** Nothing: the generator or the machine was in the way. */
    INVALID;

    /** The word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
