package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.Clients;

/** Codes for nobody and for strangers. */
public final class ClientIdDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "servesNobody",
                        "A request without client_id is taken for one of a public client",
                        Set.of("8628-3.1-missing-client-id"),
                        "A device authorization request without client_id: expected 400 invalid_request*, got 200 with codes*",
                        b -> b.authentication()
                                .around((attempt, next) -> named(attempt)
                                        ? next.apply(attempt)
                                        : b.clients().named(Clients.PUBLIC))),
                new Defect(
                        "servesStrangers",
                        "Unknown clients are taken for public ones",
                        Set.of("8628-3.1-unknown-client-id"),
                        "A device authorization request of an unknown client: expected 400 or 401 invalid_client, got 200 with codes*",
                        b -> b.authentication().around((attempt, next) -> orPublic(b, attempt, next))));
    }

    private static boolean named(Attempt attempt) {
        return attempt.form().has("client_id")
                || attempt.request().header("Authorization").isPresent();
    }

    private static Client orPublic(Behaviour behaviour, Attempt attempt, Function<Attempt, Client> next) {
        boolean stranger = attempt.form()
                .value("client_id")
                .filter(id -> behaviour.clients().find(id).isEmpty())
                .isPresent();
        return stranger ? behaviour.clients().named(Clients.PUBLIC) : next.apply(attempt);
    }
}
