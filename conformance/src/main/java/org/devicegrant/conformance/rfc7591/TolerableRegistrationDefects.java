package org.devicegrant.conformance.rfc7591;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;

/** Registrations that work, though not quite as they should. */
public final class TolerableRegistrationDefects implements DefectSource {
    private static final Set<String> REGISTER = Set.of("7591-register-device-client");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "registersWithoutCreating",
                                "Answers a registration with 200.",
                                REGISTER,
                                "The registration of a device got 200*: RFC 7591 asks for status 201*",
                                server -> opened(server)
                                        .on(
                                                Endpoint.REGISTRATION,
                                                (request, answer) -> answer.isSuccess() ? answer.status(200) : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "wantsToKnowWhereToRedirect",
                                "Registers nobody without redirect_uris.",
                                REGISTER,
                                "The registration of a device without redirect_uris got 400"
                                        + " invalid_redirect_uri: this grant redirects nobody*",
                                server -> opened(server)
                                        .around(
                                                Endpoint.REGISTRATION,
                                                (request, next) ->
                                                        request.text().contains("redirect_uris")
                                                                ? next.apply(request)
                                                                : lost()))
                        .onlyWarnedAbout(),
                new Defect(
                                "makesEverybodyConfidential",
                                "Gives a client without authentication a secret and another method, and says so.",
                                REGISTER,
                                "Client_secret of the registration got a string: the server has replaced"
                                        + " token_endpoint_auth_method none, and says so*",
                                server -> opened(server)
                                        .around(
                                                Endpoint.REGISTRATION,
                                                (request, next) -> next.apply(confidential(request))))
                        .onlyWarnedAbout(),
                new Defect(
                                "registersForLessInOtherWords",
                                "Drops the grant from a registration, and then answers invalid_request.",
                                REGISTER,
                                "The grant for a client that was registered without it got 400 invalid_request:"
                                        + " grant_types were replaced, and the server says so; *",
                                server -> {
                                    opened(server).registration().grantTypes(Set.of(Client.REFRESH));
                                    server.onDevice((request, answer) -> answer.hasError("unauthorized_client")
                                            ? answer.set("error", "invalid_request")
                                            : answer);
                                })
                        .onlyWarnedAbout());
    }

    private static Behaviour opened(Behaviour server) {
        server.registration().open(true);
        return server;
    }

    private static Answer lost() {
        return Refusal.of("invalid_redirect_uri", "An address to return to is needed")
                .answer(true);
    }

    private static Request confidential(Request request) {
        return request.withBody(request.text()
                .replaceAll(
                        "\"token_endpoint_auth_method\"\\s*:\\s*\"none\"",
                        "\"token_endpoint_auth_method\":\"client_secret_basic\""));
    }
}
