package org.devicegrant.conformance.flow;

/** The situation could not be created or observed, so nothing was learnt about the server. */
public class Inconclusive extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String advice;

    /**
     * @param reason what could not be created or observed, one sentence without its full stop
     * @param advice what the user of the harness can do about it
     */
    public Inconclusive(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    /** What the user of the harness can do about it. */
    public String advice() {
        return advice;
    }
}
