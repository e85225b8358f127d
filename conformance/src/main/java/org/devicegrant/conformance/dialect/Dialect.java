package org.devicegrant.conformance.dialect;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.devicegrant.conformance.exchange.Answer;

/**
 * A dialect.
 *
 * @param name as its speakers are known
 * @param words what is different, a clause
 * @param source where it is described
 * @param habits what must all be heard before it is recognised: one habit alone may be an accident
 * @param traces what a result must say, or be about, to be explained by it
 */
record Dialect(String name, String words, String source, List<Predicate<Answer>> habits, Pattern traces) {
    Dialect {
        habits = List.copyOf(habits);
    }
}
