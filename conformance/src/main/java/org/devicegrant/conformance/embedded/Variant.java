package org.devicegrant.conformance.embedded;

import java.util.function.Consumer;

/**
 * One way in which a server may differ and still conform.
 *
 * @param name what is different, in camel case, unique, such as {@code sendsNoInterval}
 * @param why it is lawful, in one sentence with the section that allows it
 * @param install switches it on
 */
public record Variant(String name, String why, Consumer<Behaviour> install) {
    public Variant {
        if (!name.matches("[a-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException("The name of a variant must be in camel case: " + name);
        }
    }

    /** Switches the variant on. */
    public void installInto(Behaviour behaviour) {
        install.accept(behaviour);
    }
}
