package org.devicegrant.conformance.target;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code kiosk} of the target file: devices that are set up once, for an account named by the device.
 *
 * @param accountParameter name of the request parameter that names the account
 * @param owner the account that the device names; one of {@code users}
 * @param missingAccount an account that does not exist
 * @param entitled somebody else who may approve for the owner; one of {@code users}
 * @param stranger somebody who may not; one of {@code users}
 * @param lifetime announced lifetime of the codes of {@code clients.kiosk}
 */
public record Kiosk(
        @Nullable String accountParameter,
        @Nullable String owner,
        @Nullable String missingAccount,
        @Nullable String entitled,
        @Nullable String stranger,
        @Nullable Duration lifetime) {

    /** Nothing is declared. */
    public static Kiosk none() {
        return new Kiosk(null, null, null, null, null, null);
    }
}
