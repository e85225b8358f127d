package org.devicegrant.conformance.rfc9449;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Server;
import org.jspecify.annotations.Nullable;

/**
 * A key of the device's own, and the proofs it makes (RFC 9449 section 4.2). Each proof has an identifier of its own.
 *
 * @param key private key
 * @param algorithm one that the server announces
 */
record ProofKey(JWK key, JWSAlgorithm algorithm) {
    private static final int RSA_BITS = 2048;

    /**
     * A new key of a kind that the server takes.
     *
     * @throws NotApplicable if the server announces no DPoP
     */
    static ProofKey forServer(Devices devices) {
        Set<String> algorithms = announced(devices.server());
        if (algorithms.isEmpty()) {
            throw new NotApplicable("the metadata announces no dpop_signing_alg_values_supported");
        }
        try {
            if (algorithms.contains("ES256")) {
                return new ProofKey(new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
            } else if (algorithms.contains("RS256") || algorithms.contains("PS256")) {
                JWSAlgorithm rsa = algorithms.contains("RS256") ? JWSAlgorithm.RS256 : JWSAlgorithm.PS256;
                return new ProofKey(new RSAKeyGenerator(RSA_BITS).generate(), rsa);
            }
        } catch (JOSEException e) {
            throw new Inconclusive("this Java cannot make keys for DPoP", "use another Java runtime");
        }
        throw new Inconclusive(
                "none of the server's algorithms for DPoP is known here", "offer ES256 or RS256 besides");
    }

    private static Set<String> announced(Server server) {
        Set<String> algorithms = new HashSet<>();
        for (Server.Document document : server.metadata()) {
            for (JsonNode name : document.answer().member("dpop_signing_alg_values_supported")) {
                algorithms.add(name.asText());
            }
        }
        return algorithms;
    }

    /**
     * A proof for a POST.
     *
     * @param url where it is sent
     * @param at when it is made
     * @param nonce of the server, or null
     */
    String proof(URI url, Instant at, @Nullable String nonce) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", "POST")
                .claim("htu", url.toString())
                .issueTime(Date.from(at));
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();
        try {
            SignedJWT jwt = new SignedJWT(header, claims.build());
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new Inconclusive("this Java cannot sign proofs with " + algorithm, "use another Java runtime");
        }
    }

    /** As tokens name the key they are bound to (RFC 9449 section 6.1). */
    String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new Inconclusive("this Java cannot make a key's thumbprint", "use another Java runtime");
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ProofKey of " + algorithm;
    }
}
