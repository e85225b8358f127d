package org.devicegrant.conformance.embedded.token;

import java.time.Instant;

/**
 * An access token as the server remembers it.
 *
 * @param issue what it was issued for
 * @param issuedAt when, real time
 * @param expiresAt until when, real time
 */
public record AccessToken(Issue issue, Instant issuedAt, Instant expiresAt) {
    /** Whether it is still good. */
    public boolean isActive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
