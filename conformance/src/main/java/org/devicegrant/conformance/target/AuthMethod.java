package org.devicegrant.conformance.target;

import java.util.Locale;

/**
 * How a client authenticates: {@code auth_method} of the target file, in the words of RFC 7591 section 2.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
public enum AuthMethod {
    NONE,
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    PRIVATE_KEY_JWT;

    /** The name registered for metadata documents, for example {@code client_secret_basic}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
