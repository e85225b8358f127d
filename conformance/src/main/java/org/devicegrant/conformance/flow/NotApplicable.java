package org.devicegrant.conformance.flow;

/** The requirement does not apply to this server, or the target file lacks what the check needs. */
public class NotApplicable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason why, one sentence without its full stop */
    public NotApplicable(String reason) {
        super(reason);
    }

    /** The target file lacks a key. */
    public static NotApplicable missing(String key) {
        return new NotApplicable("the target file does not give " + key);
    }
}
