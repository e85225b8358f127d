package org.devicegrant.conformance.flow;

/** Who goes first when request starts are rationed. */
public enum Urgency {
    /** A poll whose moment was chosen. */
    TIMED,
    /** Issues a code that has a whole lifetime to wait for. */
    LONG_WAIT,
    /** Sent by whoever holds a browser: others wait for it. */
    SEATED,
    /** Starts a wait of several intervals. */
    WAIT,
    /** Nothing waits for it. */
    PLAIN
}
