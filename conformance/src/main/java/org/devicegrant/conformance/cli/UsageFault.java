package org.devicegrant.conformance.cli;

/** The command line is wrong, or names something that is not there: exit code 2. The message says what to write instead. */
public final class UsageFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageFault(String message) {
        super(message);
    }
}
