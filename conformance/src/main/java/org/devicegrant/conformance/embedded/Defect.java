package org.devicegrant.conformance.embedded;

import java.util.Set;
import java.util.function.Consumer;

/**
 * One way in which a server can go wrong.
 *
 * @param name its misdeed in camel case, unique, such as {@code forgetsTheSlowDown}
 * @param misdeed the same in one sentence
 * @param flaggedBy requirements whose checks must notice it, and no others
 * @param message glob that the message of each of them must match
 * @param onlyWarned whether it deserves a warning where the requirement could fail
 * @param install switches it on
 */
public record Defect(
        String name,
        String misdeed,
        Set<String> flaggedBy,
        String message,
        boolean onlyWarned,
        Consumer<Behaviour> install) {
    /** A defect that deserves the gravest verdict of each requirement it breaks. */
    public Defect(String name, String misdeed, Set<String> flaggedBy, String message, Consumer<Behaviour> install) {
        this(name, misdeed, flaggedBy, message, false, install);
    }

    public Defect {
        if (!name.matches("[a-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException("The name of a defect must be in camel case: " + name);
        }
        if (flaggedBy.isEmpty()) {
            throw new IllegalArgumentException("Some requirement must flag the defect " + name);
        }
        flaggedBy = Set.copyOf(flaggedBy);
    }

    /** The same defect where it deserves no more than a warning. */
    public Defect onlyWarnedAbout() {
        return new Defect(name, misdeed, flaggedBy, message, true, install);
    }

    /** Switches the defect on. */
    public void installInto(Behaviour behaviour) {
        install.accept(behaviour);
    }
}
