package org.devicegrant.conformance.embedded.client;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A registered client.
 *
 * @param id what it calls itself
 * @param name what users are told
 * @param method how it proves who it is
 * @param secret its password, null where there is none
 * @param keys its public keys, empty where there are none; asked for when needed, since making keys takes long
 * @param grantTypes what it may ask for
 * @param scopes what it may be granted
 * @param softwareId which software it is an instance of (RFC 7591), null if unknown
 * @param alwaysDpop whether all its tokens must be bound to a key (RFC 9449 section 5.2)
 */
public record Client(
        String id,
        String name,
        Method method,
        @Nullable String secret,
        Supplier<JWKSet> keys,
        Set<String> grantTypes,
        Set<String> scopes,
        @Nullable String softwareId,
        boolean alwaysDpop) {

    /** How a client proves who it is. */
    public enum Method {
        NONE("none"),
        BASIC("client_secret_basic"),
        POST("client_secret_post"),
        PRIVATE_KEY_JWT("private_key_jwt");

        private final String wireName;

        Method(String wireName) {
            this.wireName = wireName;
        }

        /** Its name in metadata and registrations. */
        public String wireName() {
            return wireName;
        }
    }

    /** Grant type of RFC 8628 section 3.4. */
    public static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    /** Grant type of RFC 6749 section 6. */
    public static final String REFRESH = "refresh_token";

    public Client {
        grantTypes = Set.copyOf(grantTypes);
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /** A public client that may use the device grant. */
    public static Client open(String id, String name, Set<String> scopes) {
        return new Client(id, name, Method.NONE, null, JWKSet::new, Set.of(DEVICE_GRANT, REFRESH), scopes, null, false);
    }

    /** A client with a password. */
    public static Client confidential(String id, String name, Method method, String secret, Set<String> scopes) {
        return new Client(id, name, method, secret, JWKSet::new, Set.of(DEVICE_GRANT, REFRESH), scopes, null, false);
    }

    /** A client with a key of its own. */
    public static Client keyed(String id, String name, Supplier<JWKSet> keys, Set<String> scopes) {
        return new Client(
                id, name, Method.PRIVATE_KEY_JWT, null, keys, Set.of(DEVICE_GRANT, REFRESH), scopes, null, false);
    }

    public boolean isPublic() {
        return method == Method.NONE;
    }

    /** Whether it was registered for {@code grantType}. */
    public boolean mayUse(String grantType) {
        return grantTypes.contains(grantType);
    }

    /** This client registered for other grant types. */
    public Client withGrantTypes(Set<String> changed) {
        return new Client(id, name, method, secret, keys, changed, scopes, softwareId, alwaysDpop);
    }

    /** This client called otherwise. */
    public Client withName(String changed) {
        return new Client(id, changed, method, secret, keys, grantTypes, scopes, softwareId, alwaysDpop);
    }

    /** This client as an instance of a software. */
    public Client withSoftwareId(@Nullable String changed) {
        return new Client(id, name, method, secret, keys, grantTypes, scopes, changed, alwaysDpop);
    }

    /** This client with or without the duty to bind every token to a key. */
    public Client withAlwaysDpop(boolean changed) {
        return new Client(id, name, method, secret, keys, grantTypes, scopes, softwareId, changed);
    }

    /** The id alone: the rest may be secret. */
    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
