package org.devicegrant.conformance.exchange;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the server.
 *
 * @param proxy HTTP proxy, or null
 * @param caFile PEM certificates to trust instead of Java's, or null
 * @param insecure whether certificates are not verified at all
 * @param headers header fields added to every request
 * @param connect longest time to connect
 * @param whole longest time from sending to the last byte of the answer
 * @param maxBody how many bytes of a body are read at most
 */
public record HttpOptions(
        @Nullable URI proxy,
        @Nullable Path caFile,
        boolean insecure,
        List<Header> headers,
        Duration connect,
        Duration whole,
        int maxBody) {

    /** Direct, verified, 10 s to connect, 30 s in all, 1 MiB. */
    public static HttpOptions defaults() {
        return new HttpOptions(null, null, false, List.of(), Duration.ofSeconds(10), Duration.ofSeconds(30), 1 << 20);
    }
}
