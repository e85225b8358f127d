package org.devicegrant.conformance.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Scope values: lists of case-sensitive words without order (RFC 6749 section 3.3). */
public final class Scopes {
    /** Words that ask for something else than access, so that consent pages may leave them out. */
    private static final Set<String> TECHNICAL = Set.of("openid", "offline_access");
    /** Words about who the user is, which some servers keep out of the access token. */
    private static final Set<String> IDENTITY = Set.of("profile", "email", "address", "phone");

    private Scopes() {}

    /** The words of a scope parameter. */
    public static Set<String> of(String scope) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : scope.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return Collections.unmodifiableSet(words);
    }

    /** The words of a {@code scope} member: a string, or a list of strings as some tokens have it. */
    public static Optional<Set<String>> of(JsonNode member) {
        if (member.isTextual()) {
            return Optional.of(of(member.textValue()));
        }
        if (!member.isArray()) {
            return Optional.empty();
        }
        Set<String> words = new LinkedHashSet<>();
        member.forEach(word -> words.add(word.asText()));
        return Optional.of(Collections.unmodifiableSet(words));
    }

    /** The words that stand for something a user can be asked about. */
    public static Set<String> withoutTechnical(Set<String> scope) {
        return scope.stream()
                .filter(word -> !TECHNICAL.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As some servers write a scope into an access token: access alone, and the last part of words that are URIs. */
    public static Set<String> asInToken(Set<String> scope) {
        return withoutTechnical(scope).stream()
                .filter(word -> !IDENTITY.contains(word))
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** For people: the words, or that there are none. */
    public static String inWords(Set<String> scope) {
        return scope.isEmpty() ? "no scope" : "scope \"" + String.join(" ", scope) + "\"";
    }
}
