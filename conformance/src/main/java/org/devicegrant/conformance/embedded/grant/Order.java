package org.devicegrant.conformance.embedded.grant;

import java.util.Set;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Request;

/**
 * An accepted device authorization request. It is kept as long as its codes, so it holds no more than is needed.
 *
 * @param client who asks
 * @param requested scopes as the client asked for them, in order
 * @param scopes those of them that may be granted, or the default
 * @param form all parameters
 * @param device what the device calls itself, for the pages; empty if it has no name
 * @param address where the request came from
 */
public record Order(
        Client client, Set<String> requested, Set<String> scopes, Form form, String device, String address) {
    /** The order that a request makes. */
    public static Order of(Client client, Set<String> scopes, Form form, Request request) {
        return new Order(
                client,
                ScopeRules.tokens(form.text("scope")),
                scopes,
                form,
                request.header("User-Agent").orElse(""),
                request.remoteAddress());
    }

    /** The client alone. */
    @Override
    public String toString() {
        return "Order of " + client.id();
    }
}
