package org.devicegrant.conformance.embedded.page;

import java.util.Optional;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.http.Request;

/**
 * An attempt at something that can be guessed.
 *
 * @param session of the browser
 * @param user who is signed in
 * @param request as it arrived
 */
public record Guess(String session, Optional<User> user, Request request) {
    @Override
    public String toString() {
        return "Guess";
    }
}
