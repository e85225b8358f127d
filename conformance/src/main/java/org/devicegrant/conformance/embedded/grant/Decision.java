package org.devicegrant.conformance.embedded.grant;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.embedded.client.User;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to decide on a page.
 *
 * @param grant about which request
 * @param user who is signed in
 * @param enteredBy who was signed in when the code was entered, null if nobody
 * @param approved or refused
 * @param scopes what is to be approved
 * @param at when it arrived
 */
public record Decision(
        DeviceGrant grant, User user, @Nullable User enteredBy, boolean approved, Set<String> scopes, Instant at) {
    /** What comes of a decision, for the page that follows. */
    public enum Outcome {
        APPROVED,
        REFUSED,
        /** Decided before, and not changed. */
        TOO_LATE,
        EXPIRED,
        /** Whoever wants to decide may not. */
        NOT_ENTITLED
    }

    /** As it is recorded. */
    public Verdict verdict() {
        return new Verdict(approved, user, scopes, at);
    }

    /** What the page says if it counts. */
    public Outcome accepted() {
        return approved ? Outcome.APPROVED : Outcome.REFUSED;
    }

    /** Who was signed in when the code was entered. */
    public Optional<User> whoEntered() {
        return Optional.ofNullable(enteredBy);
    }

    /** This decision made by somebody else. */
    public Decision by(User other) {
        return new Decision(grant, other, enteredBy, approved, scopes, at);
    }

    /** This decision with other scopes. */
    public Decision withScopes(Set<String> changed) {
        return new Decision(grant, user, enteredBy, approved, changed, at);
    }
}
