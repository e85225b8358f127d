package org.devicegrant.conformance.target;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code windows} of the target file.
 *
 * @param afterApproval the separate time for redemption that the server grants from the approval on; null if redemption
 *     ends with the device code's lifetime (RFC 8628 section 3.2)
 * @param productionLifetime the {@code expires_in} of production where that of this deployment was shortened for testing;
 *     null if it was not
 */
public record Windows(
        @Nullable Duration afterApproval, @Nullable Duration productionLifetime) {
    /** One lifetime for everything. */
    public static Windows none() {
        return new Windows(null, null);
    }
}
