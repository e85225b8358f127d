package org.devicegrant.conformance.target;

import org.jspecify.annotations.Nullable;

/**
 * {@code registration} of the target file: dynamic client registration (RFC 7591).
 *
 * @param allowed whether the harness may register clients, which stay behind where the server cannot delete them
 * @param initialAccessToken the token that the registration endpoint asks for, or null if it is open
 */
public record Registration(boolean allowed, @Nullable Secret initialAccessToken) {
    /** Not allowed. */
    public static Registration none() {
        return new Registration(false, null);
    }
}
