package org.devicegrant.conformance.embedded.client;

/**
 * Somebody who can sign in.
 *
 * @param name for signing in, and the subject of tokens
 * @param password for the loopback interface only
 * @param fullName what pages and userinfo call him
 * @param locked whether he may neither sign in nor be given tokens
 */
public record User(String name, String password, String fullName, boolean locked) {
    /** His address at example.com. */
    public String email() {
        return name + "@example.com";
    }

    /** This user locked or unlocked. */
    public User withLocked(boolean changed) {
        return new User(name, password, fullName, changed);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "User[" + name + "]";
    }
}
