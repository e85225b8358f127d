package org.devicegrant.conformance.embedded.page;

import java.util.Optional;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.http.Request;

/**
 * A user code that arrived from a browser.
 *
 * @param typed as it was typed, or came with the link
 * @param grant what it belongs to, if anything
 * @param user who is signed in
 * @param approvedBefore whether that user has approved that client before
 * @param request as it arrived
 */
public record Entry(
        String typed, Optional<DeviceGrant> grant, Optional<User> user, boolean approvedBefore, Request request) {
    /** What comes of it. */
    public enum Outcome {
        /** Go on to the decision. */
        ACCEPTED,
        /** Approved at once, which only a defect does. */
        APPROVED,
        WRONG,
        EXPIRED,
        /** Decided before. */
        USED
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "Entry";
    }
}
