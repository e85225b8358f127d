package org.devicegrant.conformance.embedded.client;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.http.Endpoint;

/** What a client assertion must be (RFC 7523 section 3). Conforming as it is made. */
public final class AssertionRules {
    /** Whether an assertion is addressed to this server. */
    @FunctionalInterface
    public interface Audience {
        /**
         * Judges the audience.
         *
         * @param endpoint where the assertion arrived
         * @param audience its {@code aud}, empty if absent
         * @param own the names this server goes by: its issuer, then its token endpoint
         */
        boolean accepts(Endpoint endpoint, List<String> audience, List<String> own);
    }

    private Audience audience = (endpoint, named, own) -> named.size() == 1 && own.contains(named.get(0));
    private BiFunction<Client, SignedJWT, List<JWK>> keys =
            (client, jwt) -> client.keys().get().getKeys();
    private Function<JWTClaimsSet, Optional<String>> replayKey = claims -> Optional.ofNullable(claims.getJWTID());
    private Set<JWSAlgorithm> algorithms = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private boolean timesChecked = true;
    private boolean namesChecked = true;

    /** Which audiences are this server. */
    public AssertionRules audience(Audience rule) {
        this.audience = rule;
        return this;
    }

    /** Which public keys may have signed. */
    public AssertionRules keys(BiFunction<Client, SignedJWT, List<JWK>> rule) {
        this.keys = rule;
        return this;
    }

    /** What makes two assertions of a client the same; nothing for no detection of replays. */
    public AssertionRules replayKey(Function<JWTClaimsSet, Optional<String>> rule) {
        this.replayKey = rule;
        return this;
    }

    /** Signature algorithms, which metadata names too. */
    public AssertionRules algorithms(Set<JWSAlgorithm> rule) {
        this.algorithms = Set.copyOf(rule);
        return this;
    }

    /** Whether {@code exp} must be there and ahead, and {@code nbf} behind. */
    public AssertionRules timesChecked(boolean rule) {
        this.timesChecked = rule;
        return this;
    }

    /** Whether {@code iss} and {@code sub} must be the client; if not, {@code client_id} says who it is. */
    public AssertionRules namesChecked(boolean rule) {
        this.namesChecked = rule;
        return this;
    }

    /** Signature algorithms that are taken. */
    public Set<JWSAlgorithm> algorithms() {
        return algorithms;
    }

    Audience audience() {
        return audience;
    }

    List<JWK> keys(Client client, SignedJWT jwt) {
        return keys.apply(client, jwt);
    }

    Optional<String> replayKey(JWTClaimsSet claims) {
        return replayKey.apply(claims);
    }

    boolean timesChecked() {
        return timesChecked;
    }

    boolean namesChecked() {
        return namesChecked;
    }
}
