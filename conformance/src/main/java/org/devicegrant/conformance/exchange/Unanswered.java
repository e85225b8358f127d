package org.devicegrant.conformance.exchange;

/** No complete answer came: refused, reset, timed out, not HTTP. A fault of the way there, never a verdict on the server. */
public class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int number;

    /**
     * @param number number of the exchange in the run
     * @param message one sentence with the host and what happened; never a header or a body
     */
    public Unanswered(int number, String message, Throwable cause) {
        super(message, cause);
        this.number = number;
    }

    /** Number of the exchange in the run. */
    public int number() {
        return number;
    }
}
