package org.devicegrant.conformance.rfc6749.s10_security;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;

/** Servers whose refresh tokens serve whoever has found them. */
public final class RefreshTokenTheftDefects implements DefectSource {
    private static final Set<String> FLAGGED = Set.of("6749-10.4-refresh-token-bound-to-client");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "refreshesForAnyClient",
                        "Does not compare the client with that of the refresh token.",
                        FLAGGED,
                        "*refresh by another client: expected invalid_grant, got 200 with a token*",
                        server -> server.tokens().refreshClientCompared(false)),
                new Defect(
                        "refreshesWithoutTheSecret",
                        "Asks for the client's secret when a code is redeemed, but not on refresh.",
                        FLAGGED,
                        "*refresh of a confidential client without its credentials: expected invalid_client,"
                                + " got 200 with a token*",
                        server -> server.authentication().around((attempt, next) -> lenient(server, attempt, next))));
    }

    private static Client lenient(Behaviour server, Attempt attempt, Function<Attempt, Client> next) {
        boolean refresh = attempt.form().text("grant_type").equals(Client.REFRESH);
        return attempt.form()
                .value("client_id")
                .filter(id -> refresh)
                .flatMap(server.clients()::find)
                .orElseGet(() -> next.apply(attempt));
    }
}
