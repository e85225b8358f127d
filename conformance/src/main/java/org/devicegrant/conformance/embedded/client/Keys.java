package org.devicegrant.conformance.embedded.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * RSA keys, made when first needed and shared by all servers of the process: making one takes longer than starting a
 * server.
 */
public final class Keys {
    private static final int BITS = 2048;

    private Keys() {}

    /** The key pair of the client that signs assertions. */
    public static RSAKey client() {
        return ClientKey.KEY;
    }

    /** The key pair with which the server signs. */
    public static RSAKey server() {
        return ServerKey.KEY;
    }

    private static RSAKey make(String id) {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException unavailable) {
            throw new IllegalStateException("This Java runtime cannot make RSA keys", unavailable);
        }
    }

    private static final class ClientKey {
        static final RSAKey KEY = make("tv-jwt");
    }

    private static final class ServerKey {
        static final RSAKey KEY = make("server");
    }
}
