package org.devicegrant.conformance.embedded.http;

import java.util.function.Function;

/**
 * A layer around one step of the server: it may change the question, leave the step out, or change what comes of it.
 *
 * @param <Q> what the step is asked
 * @param <A> what the step answers
 */
@FunctionalInterface
public interface Around<Q, A> {
    /** Answers {@code question}, as a rule by way of {@code next}. Called by many threads at once. */
    A apply(Q question, Function<Q, A> next);
}
