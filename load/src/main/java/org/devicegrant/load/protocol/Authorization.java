package org.devicegrant.load.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A device authorization response (RFC 8628 section 3.2). Its text shows no code.
 *
 * @param deviceCode the device's secret
 * @param userCode what the user types
 * @param verificationUri where
 * @param verificationUriComplete the same with the code inside, or null
 * @param lifetime {@code expires_in}
 * @param interval {@code interval}, or 5 seconds if it was left out
 */
public record Authorization(
        String deviceCode,
        String userCode,
        String verificationUri,
        @Nullable String verificationUriComplete,
        Duration lifetime,
        Duration interval) {
    @Override
    public String toString() {
        return "Authorization[lifetime=" + lifetime + ", interval=" + interval + "]";
    }
}
