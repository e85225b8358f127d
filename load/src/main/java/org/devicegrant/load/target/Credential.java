package org.devicegrant.load.target;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a client proves who it is (RFC 6749 section 2.3, RFC 7523 section 2.2). Texts of these never show what they hold.
 */
public sealed interface Credential {
    /** Form parameters to append to each request, encoded, starting with an ampersand. */
    String parameters();

    /** Value of the {@code Authorization} header, or null for none. */
    @Nullable String header();

    /** A public client: its identifier and nothing else. */
    static Credential none(String clientId) {
        return new Fixed("none", "&client_id=" + FormEncoding.encode(clientId), null);
    }

    /** {@code client_secret_post}. */
    static Credential post(String clientId, String secret) {
        String parameters =
                "&client_id=" + FormEncoding.encode(clientId) + "&client_secret=" + FormEncoding.encode(secret);
        return new Fixed("client_secret_post", parameters, null);
    }

    /** {@code client_secret_basic}: both parts form-encoded first, as RFC 6749 section 2.3.1 asks. */
    static Credential basic(String clientId, String secret) {
        String pair = FormEncoding.encode(clientId) + ":" + FormEncoding.encode(secret);
        String value = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new Fixed("client_secret_basic", "", value);
    }

    /**
     * {@code private_key_jwt}.
     *
     * @param assertions gives a fresh signed assertion for each request, because a server may refuse one it has seen
     */
    static Credential privateKeyJwt(String clientId, Supplier<String> assertions) {
        return new Signed("&client_id=" + FormEncoding.encode(clientId), assertions);
    }

    /** The registered name of the method, for example {@code client_secret_basic}. */
    String method();

    /** The same words with every request. */
    record Fixed(String method, String parameters, @Nullable String header) implements Credential {
        @Override
        public String toString() {
            return method;
        }
    }

    /** A signature with every request, which costs the generator about a millisecond for RSA. */
    record Signed(String clientId, Supplier<String> assertions) implements Credential {
        private static final String TYPE = "&client_assertion_type="
                + FormEncoding.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

        @Override
        public String parameters() {
            return clientId + TYPE + "&client_assertion=" + assertions.get();
        }

        @Override
        public @Nullable String header() {
            return null;
        }

        @Override
        public String method() {
            return "private_key_jwt";
        }

        @Override
        public String toString() {
            return method();
        }
    }
}
