package org.devicegrant.load;

/** A load run does not start. The message is for the operator and names the way out. */
public final class LoadRefused extends RuntimeException {
    /** The command line or the target file is wrong. */
    public static final int WRONG_INPUT = 2;
    /** The server cannot be reached or its flow does not work at all. */
    public static final int NO_FLOW = 3;

    private static final long serialVersionUID = 1;

    private final int exitCode;

    /** A refusal that ends the process with that code. */
    public LoadRefused(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The process's exit code. */
    public int exitCode() {
        return exitCode;
    }
}
