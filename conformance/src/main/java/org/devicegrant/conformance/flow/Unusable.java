package org.devicegrant.conformance.flow;

/** The server cannot be judged at all: it is not reachable, or the target file does not describe it. */
public class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean targetFile;

    private Unusable(String message, boolean targetFile) {
        super(message);
        this.targetFile = targetFile;
    }

    /** The target file is at fault; the message names the key. */
    public static Unusable target(String message) {
        return new Unusable(message, true);
    }

    /** The server, or the way there, is at fault. */
    public static Unusable server(String message) {
        return new Unusable(message, false);
    }

    /** Whether the target file is at fault. */
    public boolean targetFile() {
        return targetFile;
    }
}
