package org.devicegrant.conformance.target;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code http} of the target file.
 *
 * @param proxy HTTP proxy, or null
 * @param caFile PEM file with further trusted authorities, or null
 * @param insecure whether certificate errors are ignored
 * @param headers sent with every request; values may be secret
 * @param timeout how long one answer may take, connection included
 */
public record Http(
        @Nullable URI proxy, @Nullable Path caFile, boolean insecure, Map<String, Secret> headers, Duration timeout) {
    public Http {
        headers = Map.copyOf(headers);
    }

    /** No proxy, the platform's authorities, no headers, half a minute per answer. */
    public static Http defaults() {
        return new Http(null, null, false, Map.of(), Duration.ofSeconds(30));
    }
}
