package org.devicegrant.conformance.embedded.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.devicegrant.conformance.embedded.http.Endpoint;

/**
 * A client secret that was offered.
 *
 * @param endpoint where
 * @param method by header or in the body
 * @param client whose it is said to be
 * @param offered what was sent
 */
public record Password(Endpoint endpoint, Client.Method method, Client client, String offered) {
    /** Whether it is the registered one; compared in constant time. */
    public boolean isRight() {
        String secret = client.secret();
        return secret != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Password of " + client.id();
    }
}
