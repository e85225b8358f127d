package org.devicegrant.conformance.embedded.grant;

import java.time.Duration;
import java.time.Instant;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Request;

/**
 * A device access token request for a known code (RFC 8628 section 3.4).
 *
 * @param grant which code
 * @param client who asks, authenticated
 * @param request as it arrived
 * @param form all parameters
 * @param at when it arrived, in server time
 * @param interval least distance between polls that is enforced
 * @param tolerance how much earlier is still taken
 */
public record Poll(
        DeviceGrant grant,
        Client client,
        Request request,
        Form form,
        Instant at,
        Duration interval,
        Duration tolerance) {
    /** Whether the code was issued to another client. */
    public boolean isForeign() {
        return !client.id().equals(grant.client().id());
    }

    /** This poll as if the code's own client had sent it. */
    public Poll asOwner() {
        return new Poll(grant, grant.client(), request, form, at, interval, tolerance);
    }

    /** Whether less than {@code least} has passed since {@code before}, tolerance considered. */
    public boolean soonerThan(Duration least, Instant before) {
        return at.isBefore(before.plus(least).minus(tolerance));
    }

    @Override
    public String toString() {
        return "Poll[" + grant + "]";
    }
}
