package org.devicegrant.conformance.target;

import java.util.List;

/**
 * {@code hooks} of the target file: programs that change accounts at the server. They get {@code USERNAME} in their
 * environment and run in {@link Target#directory()}; empty means not given.
 *
 * @param disableUser blocks the account
 * @param enableUser undoes it
 */
public record Hooks(List<String> disableUser, List<String> enableUser) {
    public Hooks {
        disableUser = List.copyOf(disableUser);
        enableUser = List.copyOf(enableUser);
    }

    /** None. */
    public static Hooks none() {
        return new Hooks(List.of(), List.of());
    }
}
