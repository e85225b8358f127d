package org.devicegrant.conformance.login;

import java.util.Set;
import java.util.function.Consumer;
import org.devicegrant.conformance.embedded.Behaviour;

/**
 * One way in which a server locks clients out, lawful or not.
 *
 * @param name its misdeed in camel case, unique
 * @param misdeed the same in one sentence
 * @param lockedOut the clients that cannot log in, and no others
 * @param message glob that the message of each of them must match
 * @param install switches it on
 */
public record ClientDefect(
        String name, String misdeed, Set<String> lockedOut, String message, Consumer<Behaviour> install) {
    public ClientDefect {
        lockedOut = Set.copyOf(lockedOut);
    }
}
