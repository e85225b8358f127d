package org.devicegrant.conformance.embedded.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.devicegrant.conformance.embedded.http.Percent;
import org.devicegrant.conformance.embedded.http.Refusal;

/**
 * What an HTTP Basic header holds (RFC 7617), id and secret form-urlencoded as RFC 6749 section 2.3.1 wants it.
 *
 * @param id of the client
 * @param secret of the client
 */
record BasicCredentials(String id, String secret) {
    private static final String SCHEME = "basic ";

    static boolean offeredIn(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** What {@code header} says, or nothing if it is malformed. */
    static Optional<BasicCredentials> read(String header, boolean formEncoded) {
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String pair = new String(bytes, formEncoded ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            String id = pair.substring(0, colon);
            String secret = pair.substring(colon + 1);
            return Optional.of(
                    formEncoded
                            ? new BasicCredentials(Percent.decode(id), Percent.decode(secret))
                            : new BasicCredentials(id, secret));
        } catch (IllegalArgumentException | Refusal malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BasicCredentials of " + id;
    }
}
