package org.devicegrant.conformance.rfc7591;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;

/** Servers that register devices for too much or too little, or confuse those of one make. */
public final class RegistrationDefects implements DefectSource {
    private static final Set<String> REGISTER = Set.of("7591-register-device-client");
    private static final Set<String> INSTANCES = Set.of("7591-private-key-jwt-device-end-to-end");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "registersForEverything",
                        "Gives every grant to a client that was registered without grant_types.",
                        REGISTER,
                        "A client that was registered without grant_types: expected unauthorized_client,"
                                + " got 200 with codes*",
                        server -> server.registration()
                                .open(true)
                                .defaultGrantTypes(Set.of(Client.DEVICE_GRANT, Client.REFRESH, "authorization_code"))),
                new Defect(
                        "promisesTheGrantInVain",
                        "Returns the grant in the registration and then refuses it.",
                        REGISTER,
                        "A device authorization request of the registered client: expected codes,"
                                + " got 400 unauthorized_client*",
                        RegistrationDefects::promising),
                new Defect(
                        "givesPublicClientsASecret",
                        "Issues a client_secret to a client without authentication.",
                        REGISTER,
                        "Client_secret of the registration: expected no secret, got a string*",
                        server -> {
                            server.registration().open(true);
                            server.on(Endpoint.REGISTRATION, (request, answer) -> secretive(answer));
                        }),
                new Defect(
                        "knowsOneKeyPerMake",
                        "Verifies assertions with the keys of any client of the same software_id.",
                        INSTANCES,
                        "The identity of one instance with the key of another: expected invalid_client,"
                                + " got 200 with codes*",
                        server -> {
                            server.registration().open(true);
                            server.authentication().assertions().keys((client, jwt) -> keysOfMake(server, client, jwt));
                        }));
    }

    private static void promising(Behaviour server) {
        server.registration().open(true).grantTypes(Set.of(Client.REFRESH));
        server.on(
                Endpoint.REGISTRATION,
                (request, answer) -> answer.set("grant_types", List.of(Client.DEVICE_GRANT, Client.REFRESH)));
    }

    private static Answer secretive(Answer answer) {
        return answer.isSuccess() ? answer.set("client_secret", "never-to-be-kept") : answer;
    }

    private static List<JWK> keysOfMake(Behaviour server, Client client, SignedJWT jwt) {
        return server.clients().all().stream()
                .filter(other -> Objects.equals(other.softwareId(), client.softwareId()))
                .flatMap(other -> other.keys().get().getKeys().stream())
                .toList();
    }
}
