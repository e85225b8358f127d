package org.devicegrant.conformance.assertion;

import java.util.function.Predicate;

/**
 * One outcome that may be allowed.
 *
 * @param words how it is written in an expectation, for example {@code invalid_grant}
 * @param test whether it came about
 */
public record Outcome<T>(String words, Predicate<T> test) {
    /** Whether {@code actual} is this outcome. */
    public boolean matches(T actual) {
        return test.test(actual);
    }

    /** Exactly this value, in its own words. */
    public static <T> Outcome<T> is(T value) {
        return new Outcome<>(value.toString(), value::equals);
    }

    /** An outcome in one's own words. */
    public static <T> Outcome<T> of(String words, Predicate<T> test) {
        return new Outcome<>(words, test);
    }
}
