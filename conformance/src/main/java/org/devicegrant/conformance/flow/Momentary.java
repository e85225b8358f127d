package org.devicegrant.conformance.flow;

/**
 * What stood in the way may be gone a moment later: a machine that was too slow, a page that failed once, a server that
 * was overloaded. Nothing was learnt, and a second try may learn it.
 */
public class Momentary extends Inconclusive {
    private static final long serialVersionUID = 1L;

    /** As {@link Inconclusive#Inconclusive(String, String)}. */
    public Momentary(String reason, String advice) {
        super(reason, advice);
    }
}
