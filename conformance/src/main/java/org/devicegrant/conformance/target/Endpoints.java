package org.devicegrant.conformance.target;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * {@code endpoints} of the target file. Each one given overrides the server's metadata.
 *
 * @param deviceAuthorization RFC 8628 section 3.1
 * @param token RFC 6749 section 3.2
 * @param userinfo OpenID Connect Core section 5.3
 * @param introspection RFC 7662 section 2
 * @param registration RFC 7591 section 3
 */
public record Endpoints(
        @Nullable URI deviceAuthorization,
        @Nullable URI token,
        @Nullable URI userinfo,
        @Nullable URI introspection,
        @Nullable URI registration) {

    /** Everything is taken from metadata. */
    public static Endpoints fromMetadata() {
        return new Endpoints(null, null, null, null, null);
    }
}
