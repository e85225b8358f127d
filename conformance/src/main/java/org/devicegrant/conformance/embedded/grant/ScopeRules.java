package org.devicegrant.conformance.embedded.grant;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Around;
import org.devicegrant.conformance.embedded.http.Layers;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Which scopes a device may ask for (RFC 6749 section 3.3). Conforming as it is made. */
public final class ScopeRules {
    /**
     * What a client asks for.
     *
     * @param client who asks
     * @param scope the parameter, empty if left out
     */
    public record Question(Client client, Optional<String> scope) {}

    private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private final Layers<Question, Set<String>> layers = new Layers<>();
    private boolean unknownRefused;
    private Set<String> defaults = Set.of("profile");

    /** Whether a scope that is unknown, or not for this client, is refused instead of dropped. */
    public ScopeRules unknownRefused(boolean rule) {
        this.unknownRefused = rule;
        return this;
    }

    /** What is granted where no scope is asked for; if empty, such a request is refused with invalid_scope. */
    public ScopeRules defaults(Set<String> scopes) {
        this.defaults = new LinkedHashSet<>(scopes);
        return this;
    }

    /** Puts a layer around the whole question which scopes may be granted. */
    public ScopeRules around(Around<Question, Set<String>> layer) {
        layers.add(layer);
        return this;
    }

    /** What may be granted where no scope is asked for. */
    public Set<String> defaults() {
        return defaults;
    }

    /** Decides. The function throws {@link Refusal} invalid_scope where nothing may be granted. */
    public Function<Question, Set<String>> resolver() {
        return layers.over(this::resolve);
    }

    /** The scopes that a parameter names, in order. */
    public static Set<String> tokens(String scope) {
        return new LinkedHashSet<>(Stream.of(scope.split(" ", -1))
                .filter(token -> !token.isEmpty())
                .toList());
    }

    private Set<String> resolve(Question question) {
        if (question.scope().isEmpty()) {
            if (defaults.isEmpty()) {
                throw Refusal.invalidScope("A scope is needed");
            }
            return defaults;
        }
        Set<String> asked = tokens(question.scope().get());
        if (!asked.stream().allMatch(token -> TOKEN.matcher(token).matches())) {
            throw Refusal.invalidScope("The scope is malformed");
        }
        List<String> granted = asked.stream()
                .filter(token -> question.client().scopes().contains(token))
                .toList();
        if (granted.isEmpty() || (unknownRefused && granted.size() < asked.size())) {
            throw Refusal.invalidScope("The scope is unknown or not for this client");
        }
        return new LinkedHashSet<>(granted);
    }
}
