package org.devicegrant.conformance.embedded.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.User;
import org.jspecify.annotations.Nullable;

/**
 * What tokens are to be issued for. Immutable.
 *
 * @param client to whom
 * @param user on whose behalf, null for nobody
 * @param requested scopes that the client asked for, empty if it named none
 * @param scopes scopes that are granted
 * @param audience resources that the token is for (RFC 8707), empty for any
 * @param details authorization details (RFC 9396), null if there are none
 * @param thumbprint of the key that the tokens are bound to (RFC 9449), null for bearer tokens
 */
public record Issue(
        Client client,
        @Nullable User user,
        Set<String> requested,
        Set<String> scopes,
        List<String> audience,
        @Nullable JsonNode details,
        @Nullable String thumbprint) {

    public Issue {
        requested = new LinkedHashSet<>(requested);
        scopes = new LinkedHashSet<>(scopes);
        audience = List.copyOf(audience);
    }

    /** An ordinary bearer token. */
    public static Issue of(Client client, @Nullable User user, Set<String> requested, Set<String> scopes) {
        return new Issue(client, user, requested, scopes, List.of(), null, null);
    }

    /** The subject of the tokens. */
    public Optional<String> subject() {
        return Optional.ofNullable(user).map(User::name);
    }

    /** The granted scopes as one parameter. */
    public String scope() {
        return String.join(" ", scopes);
    }

    public Issue withUser(@Nullable User changed) {
        return new Issue(client, changed, requested, scopes, audience, details, thumbprint);
    }

    public Issue withScopes(Set<String> changed) {
        return new Issue(client, user, requested, changed, audience, details, thumbprint);
    }

    public Issue withAudience(List<String> changed) {
        return new Issue(client, user, requested, scopes, changed, details, thumbprint);
    }

    public Issue withDetails(@Nullable JsonNode changed) {
        return new Issue(client, user, requested, scopes, audience, changed, thumbprint);
    }

    public Issue withThumbprint(@Nullable String changed) {
        return new Issue(client, user, requested, scopes, audience, details, changed);
    }
}
