package org.devicegrant.conformance.embedded.client;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The clients of the server, by id. It starts with those that a target file can name; all secrets and keys are for the
 * loopback interface only. Safe for use by several threads.
 */
public final class Clients {
    /** Scopes that exist, in the order of the pages. */
    public static final List<String> SCOPES =
            List.of("openid", "profile", "email", "offline_access", "read", "write", "admin");

    /** Scopes of an ordinary client: all but {@code admin}. */
    public static final Set<String> ORDINARY = Set.of("openid", "profile", "email", "offline_access", "read", "write");

    /** Public client. */
    public static final String PUBLIC = "tv-public";

    /** A second public client. */
    public static final String OTHER = "tv-other";

    /** Confidential client that is registered for HTTP Basic. */
    public static final String CONFIDENTIAL = "tv-confidential";

    /** Confidential client that is registered for client_secret_post. */
    public static final String POSTING = "tv-post";

    /** Public client that may not use the device grant. */
    public static final String WITHOUT_GRANT = "tv-nogrant";

    /** Client that signs assertions. */
    public static final String KEYED = "tv-jwt";

    /** Confidential client that may be locked out by guessing at its secret. */
    public static final String DISPOSABLE = "tv-disposable";

    /** Holds every character that has to be escaped before it goes into an HTTP Basic header. */
    private static final String SECRET = "tell no:body 100% a+b&c=d/e";

    private final Map<String, Client> byId = new ConcurrentSkipListMap<>();

    /** The clients that every server has. */
    public Clients() {
        add(Client.open(PUBLIC, "Living Room TV", ORDINARY));
        add(Client.open(OTHER, "Kitchen Radio", ORDINARY));
        add(Client.confidential(CONFIDENTIAL, "Meeting Room Screen", Client.Method.BASIC, SECRET, ORDINARY));
        add(Client.confidential(POSTING, "Lobby Screen", Client.Method.POST, SECRET, ORDINARY));
        add(Client.confidential(DISPOSABLE, "Test Screen", Client.Method.BASIC, SECRET, ORDINARY));
        add(Client.open(WITHOUT_GRANT, "Photo Frame", ORDINARY).withGrantTypes(Set.of("authorization_code")));
        add(Client.keyed(KEYED, "Projector", () -> new JWKSet(Keys.client().toPublicJWK()), ORDINARY));
    }

    /** Registers a client, or replaces the one of the same id. */
    public void add(Client client) {
        byId.put(client.id(), client);
    }

    /** Removes a client: it is unknown from now on. */
    public void remove(String id) {
        byId.remove(id);
    }

    public Optional<Client> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The client of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Client named(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("The embedded server has no client " + id));
    }

    /** All clients, by id. */
    public Collection<Client> all() {
        return List.copyOf(byId.values());
    }
}
