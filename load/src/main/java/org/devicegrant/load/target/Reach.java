package org.devicegrant.load.target;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the server is reached.
 *
 * @param timeout how long one answer may take
 * @param proxy HTTP proxy, or null
 * @param caFile PEM file with further trusted authorities, or null
 * @param insecure whether certificate errors are ignored
 * @param headers sent with every request; values may be secret and never show
 */
public record Reach(
        Duration timeout, @Nullable URI proxy, @Nullable Path caFile, boolean insecure, Map<String, String> headers) {
    public Reach {
        headers = Map.copyOf(headers);
    }

    /** No proxy, the platform's authorities, ten seconds per answer. */
    public static Reach defaults() {
        return new Reach(Duration.ofSeconds(10), null, null, false, Map.of());
    }

    @Override
    public String toString() {
        return "Reach[timeout=" + timeout + ", proxy=" + proxy + ", insecure=" + insecure + ", headers="
                + headers.keySet() + "]";
    }
}
