package org.devicegrant.browser;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the user has come to do.
 *
 * @param userCode the code to type where a page asks for it, as the device shows it; null if it must not be typed
 * @param user who signs in where a page asks for it; null if nobody may
 * @param decision what to do on the decision page
 * @param patience how long the whole walk may take
 */
public record Errand(@Nullable String userCode, @Nullable Credentials user, Decision decision, Duration patience) {
    @Override
    public String toString() {
        return "Errand[" + decision + "]";
    }
}
