package org.devicegrant.conformance.embedded.page;

import java.util.Optional;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Request;

/**
 * One request of a browser.
 *
 * @param request as it arrived
 * @param form parameters of its body, or of its query if it is no POST
 * @param session of the browser
 * @param texts in the language of the user
 */
record Visit(Request request, Form form, Session session, Texts texts) {
    Optional<User> user() {
        return session.user();
    }

    Guess guess() {
        return new Guess(session.id(), session.user(), request);
    }

    @Override
    public String toString() {
        return "Visit";
    }
}
