package org.devicegrant.conformance.flow;

/**
 * The machine was too slow for what a check had in mind, so nothing was learnt about the server; a second try, when less
 * goes on beside it, may succeed.
 */
public final class TooLate extends Momentary {
    private static final long serialVersionUID = 1L;

    /** @param reason what came too late, one sentence without its full stop */
    public TooLate(String reason) {
        super(reason, "give a test client codes that live longer, or run on a less busy machine");
    }
}
