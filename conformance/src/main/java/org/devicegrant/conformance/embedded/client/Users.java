package org.devicegrant.conformance.embedded.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The users of the server, by name. Safe for use by several threads. */
public final class Users {
    /** The user who approves as a rule. */
    public static final String ALICE = "alice";

    /** Somebody else. */
    public static final String BOB = "bob";

    /** Somebody who has nothing to do with the others. */
    public static final String CAROL = "carol";

    private final Map<String, User> byName = new ConcurrentHashMap<>();

    /** The users that every server has. */
    public Users() {
        add(new User(ALICE, "rabbit-hole-7", "Alice Liddell", false));
        add(new User(BOB, "can-we-fix-it-8", "Bob Cratchit", false));
        add(new User(CAROL, "silent-night-9", "Carol Peletier", false));
    }

    /** Adds a user, or replaces the one of the same name. */
    public void add(User user) {
        byName.put(user.name(), user);
    }

    public Optional<User> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The user of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public User named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("The embedded server has no user " + name));
    }

    /** Locks or unlocks an account. */
    public void lock(String name, boolean locked) {
        add(named(name).withLocked(locked));
    }

    /** The user, if the password is right and the account is not locked. */
    public Optional<User> signIn(String name, String password) {
        return find(name)
                .filter(user -> MessageDigest.isEqual(bytes(user.password()), bytes(password)))
                .filter(user -> !user.locked());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
