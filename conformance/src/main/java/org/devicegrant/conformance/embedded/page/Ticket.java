package org.devicegrant.conformance.embedded.page;

import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.grant.Decision;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.jspecify.annotations.Nullable;

/** One code that was entered in one browser. Pages name the ticket, never a code of the device. */
final class Ticket {
    /** A decision that waits for somebody to sign in. */
    record Waiting(boolean approved, Set<String> scopes) {}

    private final String id;
    private final DeviceGrant grant;
    private final @Nullable User enteredBy;
    private volatile Decision.@Nullable Outcome outcome;
    private volatile @Nullable Waiting waiting;

    Ticket(String id, DeviceGrant grant, @Nullable User enteredBy) {
        this.id = id;
        this.grant = grant;
        this.enteredBy = enteredBy;
    }

    String id() {
        return id;
    }

    DeviceGrant grant() {
        return grant;
    }

    @Nullable User enteredBy() {
        return enteredBy;
    }

    Optional<Decision.Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    void outcome(Decision.Outcome decided) {
        outcome = decided;
    }

    Optional<Waiting> waiting() {
        return Optional.ofNullable(waiting);
    }

    void waiting(@Nullable Waiting decision) {
        waiting = decision;
    }
}
