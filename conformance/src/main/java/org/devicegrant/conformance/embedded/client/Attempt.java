package org.devicegrant.conformance.embedded.client;

import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Request;

/**
 * A request that has to say which client sends it.
 *
 * @param endpoint where it arrived
 * @param request as it arrived
 * @param form its parameters
 */
public record Attempt(Endpoint endpoint, Request request, Form form) {
    /** This attempt with other parameters. */
    public Attempt withForm(Form changed) {
        return new Attempt(endpoint, request, changed);
    }

    /** This attempt without an Authorization header. */
    public Attempt withoutHeader() {
        return new Attempt(endpoint, request.withoutHeader("Authorization"), form);
    }
}
