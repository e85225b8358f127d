package org.devicegrant.conformance.embedded.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Secrets;
import org.jspecify.annotations.Nullable;

/** One browser. Safe for use by several threads: its tabs may all be busy at once. */
final class Session {
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private volatile String id = Secrets.next();
    private volatile String forgeryGuard = Secrets.next();
    private volatile @Nullable User user;
    private volatile @Nullable Ticket latest;

    String id() {
        return id;
    }

    /** The value that a form of this session must send back. */
    String forgeryGuard() {
        return forgeryGuard;
    }

    boolean guardedBy(String value) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), forgeryGuard.getBytes(StandardCharsets.UTF_8));
    }

    Optional<User> user() {
        return Optional.ofNullable(user);
    }

    /**
     * Signs in. The session gets a new name, so that nobody who knew the old one is signed in too, and forms of the
     * person before are void.
     */
    synchronized void signIn(User signedIn) {
        id = Secrets.next();
        forgeryGuard = Secrets.next();
        user = signedIn;
    }

    Ticket open(DeviceGrant grant) {
        Ticket ticket = new Ticket(Secrets.next(), grant, user);
        tickets.put(ticket.id(), ticket);
        latest = ticket;
        return ticket;
    }

    Optional<Ticket> ticket(String ticketId) {
        return Optional.ofNullable(tickets.get(ticketId));
    }

    /** The ticket of a grant, opened if there is none yet. */
    Ticket ticketOf(DeviceGrant grant) {
        return tickets.values().stream()
                .filter(ticket -> ticket.grant() == grant)
                .findAny()
                .orElseGet(() -> open(grant));
    }

    /** The ticket that was opened last. */
    Optional<Ticket> latest() {
        return Optional.ofNullable(latest);
    }
}
