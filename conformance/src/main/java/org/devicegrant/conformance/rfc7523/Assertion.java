package org.devicegrant.conformance.rfc7523;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.target.Client;

/**
 * A client assertion in the making (RFC 7523 section 3). Claims are kept as they will be written, so that a list of one
 * value stays a list. Immutable; every one that is signed should have come from {@link #fresh}.
 *
 * @param client who signs
 * @param key what with
 * @param header JOSE header
 * @param claims claims
 */
record Assertion(Client client, JWK key, JWSHeader header, Map<String, Object> claims) {
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    Assertion {
        claims = new LinkedHashMap<>(claims);
    }

    /** A conforming one with an identifier of its own. */
    static Assertion fresh(ClientAuthentication authentication, Client client, String audience) {
        Instant now = authentication.time().now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", client.clientId());
        claims.put("sub", client.clientId());
        claims.put("aud", audience);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        JWK key = authentication.key(client);
        JWSHeader header = new JWSHeader.Builder(ClientAuthentication.algorithm(client))
                .keyID(key.getKeyID())
                .build();
        return new Assertion(client, key, header, claims);
    }

    /** When it ends by the server's clock. */
    Instant end() {
        return Instant.ofEpochSecond(((Number) claims.getOrDefault("exp", 0L)).longValue());
    }

    /** With another value for a claim. */
    Assertion with(String claim, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return new Assertion(client, key, header, changed);
    }

    /** With a time claim that is {@code offset} from when it was made. */
    Assertion withTime(String claim, Duration offset) {
        return with(claim, ((Number) claims.getOrDefault("iat", 0L)).longValue() + offset.toSeconds());
    }

    /** As if it had been made in the same second as another. */
    Assertion withTimesOf(Assertion other) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.putAll(other.claims());
        changed.put("jti", claims.getOrDefault("jti", ""));
        return new Assertion(client, key, header, changed);
    }

    Assertion without(String claim) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.remove(claim);
        return new Assertion(client, key, header, changed);
    }

    Assertion withHeader(JWSHeader other) {
        return new Assertion(client, key, other, claims);
    }

    Assertion withAlgorithm(JWSAlgorithm algorithm) {
        return withHeader(
                new JWSHeader.Builder(algorithm).keyID(header.getKeyID()).build());
    }

    /** Signed with another key. */
    Assertion signedBy(JWK other) {
        return new Assertion(client, other, header, claims);
    }

    Payload payload() {
        return new Payload(claims);
    }

    /**
     * The signed JWT.
     *
     * @throws Inconclusive if the key does not fit the algorithm
     */
    String signed() {
        try {
            JWSObject jws = new JWSObject(header, payload());
            jws.sign(new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new Inconclusive(
                    "the key of " + client.clientId() + " cannot sign with " + header.getAlgorithm(),
                    "check jwk_file and alg of that client");
        }
    }

    /** Without values. */
    @Override
    public String toString() {
        return "Assertion of " + client.clientId();
    }
}
