package org.devicegrant.conformance.embedded.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The layers around one step; the one added last is the outermost. Safe for use by several threads.
 *
 * @param <Q> what the step is asked
 * @param <A> what the step answers
 */
public final class Layers<Q, A> {
    private final List<Around<Q, A>> layers = new CopyOnWriteArrayList<>();

    /** Puts one more layer around the step. */
    public void add(Around<Q, A> layer) {
        layers.add(layer);
    }

    /** The step with all layers around it. */
    public Function<Q, A> over(Function<Q, A> step) {
        Function<Q, A> whole = step;
        for (Around<Q, A> layer : layers) {
            Function<Q, A> inner = whole;
            whole = question -> layer.apply(question, inner);
        }
        return whole;
    }
}
