package org.devicegrant.conformance.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.protocol.GrantTypes;
import org.devicegrant.conformance.target.AuthMethod;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Secret;

/**
 * Clients that a check registers for itself (RFC 7591 section 3.1). Closing it deletes those that the server lets be
 * deleted (RFC 7592 section 2.3); the others stay behind, which the target file has allowed.
 */
public final class Registrations implements AutoCloseable {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Devices devices;
    private final URI endpoint;
    private final List<Answer> registered = new ArrayList<>();

    /**
     * @throws NotApplicable if the server does not let clients register, or the target file does not allow it
     */
    public Registrations(Devices devices) {
        this.devices = devices;
        if (!devices.target().registration().allowed()) {
            throw NotApplicable.missing("registration.allowed");
        }
        URI known = devices.server().registration();
        if (known == null) {
            throw new NotApplicable("the server has no registration endpoint");
        }
        this.endpoint = known;
    }

    /** Metadata of a public client for the device grant alone, to be changed. */
    public ObjectNode device() {
        ObjectNode metadata = NODES.objectNode();
        metadata.put("client_name", "Device grant check");
        metadata.putArray("grant_types").add(GrantTypes.DEVICE_CODE).add(GrantTypes.REFRESH_TOKEN);
        metadata.putArray("response_types");
        metadata.put("token_endpoint_auth_method", AuthMethod.NONE.wireName());
        String scope = devices.target().scope();
        if (scope != null) {
            metadata.put("scope", scope);
        }
        return metadata;
    }

    /**
     * Asks for a client.
     *
     * @throws NotApplicable if the server wants an initial access token that the target file does not give
     */
    public Answer register(ObjectNode metadata) {
        Request request = Request.post(Endpoint.REGISTRATION, "registration", endpoint, Form.empty())
                .header("Content-Type", "application/json")
                .withRawBody(metadata.toString());
        Secret initial = devices.target().registration().initialAccessToken();
        if (initial != null) {
            request = request.header("Authorization", "Bearer " + initial.reveal());
        }
        Answer answer = devices.send(request);
        if (answer.status() == 401 || answer.status() == 403) {
            throw new NotApplicable("the registration endpoint refuses "
                    + (initial == null ? "a request without" : "the given") + " registration.initial_access_token");
        }
        if (answer.member("client_id").isTextual()) {
            registered.add(answer);
        }
        return answer;
    }

    /** The public client of a registration, with the scope that it was granted. */
    public Client client(Answer answer) {
        return client(answer, AuthMethod.NONE);
    }

    /** The client of a registration that authenticates in some way; its key has to be made known elsewhere. */
    public Client client(Answer answer, AuthMethod method) {
        String scope = answer.member("scope").isTextual()
                ? answer.member("scope").textValue()
                : devices.target().scope();
        return new Client(answer.member("client_id").asText(), null, method, null, null, scope, null);
    }

    @Override
    public void close() {
        for (Answer answer : registered) {
            String uri = answer.member("registration_client_uri").asText("");
            String token = answer.member("registration_access_token").asText("");
            if (!uri.isEmpty() && !token.isEmpty()) {
                devices.wire()
                        .attempt(Request.get(Endpoint.REGISTRATION, "end of a registration", URI.create(uri))
                                .withMethod("DELETE")
                                .header("Authorization", "Bearer " + token));
            }
        }
    }
}
