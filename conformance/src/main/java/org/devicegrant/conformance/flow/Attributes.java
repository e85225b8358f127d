package org.devicegrant.conformance.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.protocol.Scopes;

/**
 * What an access token stands for, as the server says itself: an introspection answer (RFC 7662 section 2.2), or the
 * claims inside of a JWT (RFC 9068 section 2.2).
 *
 * @param introspected whether it comes from introspection, which leaves nothing out
 * @param members the answer or the claims
 */
public record Attributes(boolean introspected, JsonNode members) {
    /** What the token is for. */
    public Optional<Set<String>> scope() {
        return Scopes.of(members.path("scope")).or(() -> Scopes.of(members.path("scp")));
    }

    /** Whether {@code other} is what the token is for; claims of a JWT say it in their own way. */
    public boolean hasScope(Set<String> other) {
        Set<String> own = scope().orElse(Set.of());
        return own.equals(other) || (!introspected && Scopes.asInToken(own).equals(Scopes.asInToken(other)));
    }

    /** Whether the token is for nothing beyond {@code limit}. */
    public boolean staysWithin(Set<String> limit) {
        Set<String> own = scope().orElse(Set.of());
        return limit.containsAll(own)
                || (!introspected && Scopes.asInToken(limit).containsAll(Scopes.asInToken(own)));
    }

    public Optional<String> subject() {
        return text("sub");
    }

    /** The client the token was issued to. */
    public Optional<String> client() {
        return text("client_id").or(() -> text("azp"));
    }

    /** Whom the token is for, empty where that is not said. */
    public List<String> audience() {
        List<String> audience = new ArrayList<>();
        JsonNode member = members.path("aud");
        if (member.isTextual()) {
            audience.add(member.textValue());
        }
        member.forEach(value -> audience.add(value.asText()));
        return audience;
    }

    /** When the token ends. */
    public Optional<Instant> expiry() {
        JsonNode expiry = members.path("exp");
        return expiry.isNumber() ? Optional.of(Instant.ofEpochSecond(expiry.asLong())) : Optional.empty();
    }

    /** Thumbprint of the key the token is bound to (RFC 9449 section 6). */
    public Optional<String> keyThumbprint() {
        JsonNode thumbprint = members.path("cnf").path("jkt");
        return thumbprint.isTextual() ? Optional.of(thumbprint.textValue()) : Optional.empty();
    }

    /** Any other member. */
    public JsonNode member(String name) {
        JsonNode member = members.get(name);
        return member == null ? MissingNode.getInstance() : member;
    }

    private Optional<String> text(String name) {
        JsonNode member = members.path(name);
        return member.isTextual() ? Optional.of(member.textValue()) : Optional.empty();
    }

    /** Without values: they tell about people. */
    @Override
    public String toString() {
        return introspected ? "introspection answer" : "claims of a JWT";
    }
}
