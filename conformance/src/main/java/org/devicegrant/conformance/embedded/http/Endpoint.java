package org.devicegrant.conformance.embedded.http;

/** What the server offers, by purpose. */
public enum Endpoint {
    /** RFC 8628 section 3.1. */
    DEVICE_AUTHORIZATION,
    /** RFC 6749 section 3.2. */
    TOKEN,
    /** RFC 8414 section 3 and OpenID Connect Discovery. */
    METADATA,
    /** RFC 7517 section 5. */
    KEYS,
    /** OpenID Connect Core section 5.3. */
    USERINFO,
    /** RFC 7662 section 2. */
    INTROSPECTION,
    /** RFC 7591 section 3. */
    REGISTRATION,
    /** Every page of the user's side, RFC 8628 section 3.3. */
    PAGE
}
