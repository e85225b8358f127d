package org.devicegrant.conformance.rfc6749.s3_3_scope;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The text of a decision page, and what it says about scopes. Pages describe scopes rather than name them, so a missing
 * name proves nothing; only where the operator has told the words can their absence be held against the server.
 *
 * @param text visible text
 * @param descriptions words by which the page describes a scope, by scope
 */
record ConsentPage(String text, Map<String, String> descriptions) {
    boolean describesAllOf(Collection<String> scope) {
        return scope.stream().allMatch(this::describes);
    }

    /** Whether the words for one of these scopes are known and not on the page. */
    boolean hides(Collection<String> scope) {
        return scope.stream().anyMatch(word -> descriptions.containsKey(word) && !describes(word));
    }

    private boolean describes(String word) {
        String description = descriptions.get(word);
        return description == null
                ? Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])", Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .find()
                : normal(text).contains(normal(description));
    }

    private static String normal(String words) {
        return words.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
