package org.devicegrant.conformance.embedded.grant;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;

/** Judges polls: expiry first, then the decision, then the speed (RFC 8628 section 3.5). */
public final class Polling {
    private final PollRules rules;
    private final Expiry expiry;
    private final Function<Poll, Supplier<Answer>> minting;
    private final boolean described;
    private final Function<Poll, Answer> whole;

    /**
     * Judges by {@code rules}.
     *
     * @param minting checks everything that the tokens depend on, by {@link Refusal}, and gives what issues them
     * @param described whether errors carry a description
     */
    public Polling(PollRules rules, CodeRules codes, Function<Poll, Supplier<Answer>> minting, boolean described) {
        this.rules = rules;
        this.expiry = codes.expiry();
        this.minting = minting;
        this.described = described;
        this.whole = rules.layers().over(this::answer);
    }

    /** The answer to a poll that arrived at {@code at}. */
    public Answer poll(DeviceGrant grant, Client client, Request request, Form form, Instant at) {
        return whole.apply(new Poll(grant, client, request, form, at, rules.enforced(), rules.tolerance()));
    }

    private Answer answer(Poll poll) {
        try {
            return judge(poll);
        } catch (Refusal refusal) {
            return refusal.answer(described);
        }
    }

    private Answer judge(Poll poll) {
        if (rules.clientCompared() && poll.isForeign()) {
            throw Refusal.invalidGrant("The device code was issued to another client");
        }
        expiry.polled(poll.grant(), poll.at());
        if (rules.throttledBeforeExpiry()) {
            slowDownIfTooSoon(poll);
        }
        DeviceGrant.State state = poll.grant().state();
        if (state != DeviceGrant.State.REDEEMED && expiry.over(poll.grant(), Expiry.Moment.POLL, poll.at())) {
            throw Refusal.of("expired_token", "The device code has expired");
        }
        return switch (state) {
            case REFUSED -> throw Refusal.of("access_denied", "The user has refused the request");
            case PENDING -> throw pending(poll);
            case APPROVED, REDEEMED -> redeem(poll, state);
        };
    }

    private Refusal pending(Poll poll) {
        if (!rules.throttledBeforeExpiry()) {
            slowDownIfTooSoon(poll);
        }
        return Refusal.of("authorization_pending", "The user has not decided yet");
    }

    private Answer redeem(Poll poll, DeviceGrant.State state) {
        boolean first = state == DeviceGrant.State.APPROVED;
        if (first && rules.throttledWhenApproved() && !rules.throttledBeforeExpiry()) {
            slowDownIfTooSoon(poll);
        }
        return rules.redemption()
                .redeem(poll.grant(), minting.apply(poll))
                .orElseThrow(() -> Refusal.invalidGrant("The device code has been used"));
    }

    private void slowDownIfTooSoon(Poll poll) {
        boolean soon;
        synchronized (poll.grant()) {
            soon = rules.throttle().tooSoon(poll);
        }
        if (soon) {
            throw Refusal.of("slow_down", "The device polls too fast");
        }
    }
}
