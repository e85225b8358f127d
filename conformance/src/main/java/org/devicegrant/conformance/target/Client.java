package org.devicegrant.conformance.target;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A client that is registered at the server under test.
 *
 * @param clientId its identifier
 * @param clientSecret its password; null for public clients and for {@link AuthMethod#PRIVATE_KEY_JWT}
 * @param authMethod how it authenticates
 * @param jwkFile private key as a JWK, absolute or relative to the working directory; only for
 *     {@link AuthMethod#PRIVATE_KEY_JWT}
 * @param alg JWS algorithm of its assertions; only for {@link AuthMethod#PRIVATE_KEY_JWT}
 * @param scope the scope to ask for with this client, space-delimited; null takes that of the target file
 * @param name the name that the consent page shows for it, or null if unknown
 */
public record Client(
        String clientId,
        @Nullable Secret clientSecret,
        AuthMethod authMethod,
        @Nullable Path jwkFile,
        @Nullable String alg,
        @Nullable String scope,
        @Nullable String name) {

    /** A client without credentials. */
    public static Client publicClient(String clientId) {
        return new Client(clientId, null, AuthMethod.NONE, null, null, null, null);
    }

    /** The same client trying to authenticate in another way than the one it is registered for. */
    public Client authenticatingBy(AuthMethod other) {
        return new Client(clientId, clientSecret, other, jwkFile, alg, scope, name);
    }

    /** Whether the client has credentials. */
    public boolean confidential() {
        return authMethod != AuthMethod.NONE;
    }
}
