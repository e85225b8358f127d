package org.devicegrant.conformance.embedded.grant;

import java.util.Set;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Request;

/**
 * An accepted device authorization request.
 *
 * @param client who asks
 * @param requested scopes as the client asked for them, in order
 * @param scopes those of them that may be granted, or the default
 * @param form all parameters
 * @param request as it arrived
 */
public record Order(Client client, Set<String> requested, Set<String> scopes, Form form, Request request) {
    /** What the device calls itself, for the pages. */
    public String device() {
        return request.header("User-Agent").orElse("");
    }

    /** The client alone. */
    @Override
    public String toString() {
        return "Order of " + client.id();
    }
}
