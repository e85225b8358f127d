package org.devicegrant.conformance.flow;

import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.protocol.GrantTypes;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Target;
import org.jspecify.annotations.Nullable;

/** The canonical requests of the grant, from which each provocation differs in one thing. */
public record Protocol(Target target, Server server, ClientAuthentication authentication) {
    /** Device authorization request with the configured scope and extra parameters (RFC 8628 section 3.1). */
    public Request authorization(Client client) {
        return authorization(client, scope(client));
    }

    /** Device authorization request with another scope, or without one. */
    public Request authorization(Client client, @Nullable String scope) {
        Form form = Form.empty();
        for (var extra : target.extraParameters().entrySet()) {
            form = form.with(extra.getKey(), extra.getValue());
        }
        Request request =
                Request.post(Endpoint.DEVICE_AUTHORIZATION, "device authorization", server.deviceAuthorization(), form);
        request = authentication.authenticate(request, client);
        return scope == null ? request : request.with("scope", scope);
    }

    /** Device access token request (RFC 8628 section 3.4). */
    public Request poll(Client client, String deviceCode) {
        Form form = Form.empty().with("grant_type", GrantTypes.DEVICE_CODE).with("device_code", deviceCode);
        return authentication.authenticate(Request.post(Endpoint.TOKEN, "poll", server.token(), form), client);
    }

    /** Refresh request (RFC 6749 section 6). */
    public Request refresh(Client client, String refreshToken) {
        Form form = Form.empty().with("grant_type", GrantTypes.REFRESH_TOKEN).with("refresh_token", refreshToken);
        return authentication.authenticate(Request.post(Endpoint.TOKEN, "refresh", server.token(), form), client);
    }

    /** The scope to ask for with this client. */
    public @Nullable String scope(Client client) {
        return client.scope() != null ? client.scope() : target.scope();
    }
}
