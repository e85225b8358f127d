package org.devicegrant.conformance.flow;

import java.time.Duration;
import org.devicegrant.conformance.exchange.Answer;

/**
 * What can be said about the life of a device code. It began at an unknown instant between sending the device authorization
 * request and receiving its answer, so its end is known no better; every question is answered in the server's favour.
 */
public final class CodeLife {
    /** Servers that count whole seconds may end a code so much early. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private final Answer issued;
    private final Issuance grant;
    private final Clock clock;
    private volatile boolean outlived;

    CodeLife(Answer issued, Issuance grant, Clock clock) {
        this.issued = issued;
        this.grant = grant;
        this.clock = clock;
    }

    /** From now on its end is part of the question. */
    void outlive() {
        outlived = true;
    }

    /**
     * Whether the code may be dead already, while that is not the question: a slow machine has come too late, and nothing
     * that speaks of a dead code can be held against the server.
     */
    public boolean tooLateToAsk() {
        return !outlived && known() && leftAtLeast().compareTo(ROUNDING) < 0;
    }

    /** The code's earliest possible end is this far away now. */
    public Duration leftAtLeast() {
        return Duration.ofNanos(earliestEnd() - clock.nanos());
    }

    /** Whether an answer came so late that the code may have been over; a second is left to servers that count whole ones. */
    public boolean mayBeOverAt(Answer answer) {
        return known() && mayHaveExpiredBefore(answer);
    }

    /**
     * As {@link #mayBeOverAt(Answer)} where nothing can be said without a lifetime.
     *
     * @throws Inconclusive if the server announces none that could be waited for
     */
    public boolean mayHaveExpiredBefore(Answer answer) {
        return answer.received() >= earliestEnd() - ROUNDING.toNanos();
    }

    /** What a check ends with that came too late. */
    public TooLate tooLate() {
        return new TooLate("the lifetime of the code (" + grant.lifetime().toSeconds()
                + " s) may have been over before this could be asked");
    }

    private boolean known() {
        return issued.member("expires_in").isNumber();
    }

    private long earliestEnd() {
        return issued.sent() + grant.lifetime().toNanos();
    }
}
