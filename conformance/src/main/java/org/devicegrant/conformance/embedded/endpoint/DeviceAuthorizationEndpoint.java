package org.devicegrant.conformance.embedded.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.ClientAuthentication;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.grant.CodeRules;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.DeviceGrants;
import org.devicegrant.conformance.embedded.grant.Order;
import org.devicegrant.conformance.embedded.grant.PollRules;
import org.devicegrant.conformance.embedded.grant.ScopeRules;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;

/** Issues codes (RFC 8628 sections 3.1 and 3.2). */
public final class DeviceAuthorizationEndpoint {
    private final Function<Request, Form> parser;
    private final ClientAuthentication authentication;
    private final Function<ScopeRules.Question, Set<String>> scopes;
    private final CodeRules codes;
    private final PollRules polling;
    private final DeviceGrants grants;
    private final List<Feature> features;
    private final Addresses addresses;

    public DeviceAuthorizationEndpoint(
            Function<Request, Form> parser,
            ClientAuthentication authentication,
            Function<ScopeRules.Question, Set<String>> scopes,
            CodeRules codes,
            PollRules polling,
            DeviceGrants grants,
            List<Feature> features,
            Addresses addresses) {
        this.parser = parser;
        this.authentication = authentication;
        this.scopes = scopes;
        this.codes = codes;
        this.polling = polling;
        this.grants = grants;
        this.features = features;
        this.addresses = addresses;
    }

    /**
     * Answers one request.
     *
     * @throws Refusal if no codes are issued
     */
    public Answer answer(Request request) {
        Form form = parser.apply(request);
        Client client = authentication.authenticate(new Attempt(Endpoint.DEVICE_AUTHORIZATION, request, form));
        if (!client.mayUse(Client.DEVICE_GRANT)) {
            throw Refusal.unauthorizedClient("The client may not use the device grant");
        }
        Set<String> granted = scopes.apply(new ScopeRules.Question(client, form.value("scope")));
        features.forEach(feature -> feature.ordered(client, request, form));
        return answer(grants.issue(Order.of(client, granted, form, request)));
    }

    private Answer answer(DeviceGrant grant) {
        String page = addresses.of(Addresses.PAGES);
        ObjectNode body = Json.object()
                .put("device_code", grant.deviceCode())
                .put("user_code", grant.userCode())
                .put("verification_uri", page);
        codes.completion(grant).ifPresent(rest -> body.put("verification_uri_complete", page + rest));
        body.put("expires_in", codes.lifetime().toSeconds());
        if (polling.announced()) {
            body.put("interval", polling.interval().toSeconds());
        }
        return Answer.json(200, body).header("Cache-Control", "no-store").header("Pragma", "no-cache");
    }
}
