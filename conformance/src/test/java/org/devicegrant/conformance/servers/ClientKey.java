package org.devicegrant.conformance.servers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** A key pair made for one start of a server, so that none has to be kept in the repository. */
public record ClientKey(RSAKey key) {

    /** A fresh RSA key of 2048 bits for RS256. */
    public static ClientKey generate() {
        try {
            return new ClientKey(new RSAKeyGenerator(2048)
                    .keyID("tv-key")
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA key of 2048 bits could be made", e);
        }
    }

    /** The whole key as JSON, for the client. */
    public String privateJwk() {
        return key.toJSONString();
    }

    /** The public half as a JWK set, for the server. */
    public String publicJwks() {
        return new JWKSet(key).toString(true);
    }
}
