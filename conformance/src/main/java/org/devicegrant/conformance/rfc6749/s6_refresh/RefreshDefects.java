package org.devicegrant.conformance.rfc6749.s6_refresh;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Servers whose refresh tokens are good for too much, or for nothing. */
public final class RefreshDefects implements DefectSource {
    private static final Set<String> FLAGGED = Set.of("6749-6-refresh-token-usable");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "widensTheScopeOnRefresh",
                        "Refreshes with any scope that the client is registered for.",
                        FLAGGED,
                        "A refresh that asks for more scope than was approved: expected invalid_scope or"
                                + " a token without the extra scope, got 200 with a token*",
                        server -> server.tokens()
                                .refreshScope((issue, scope) ->
                                        issue.client().scopes().contains(scope))),
                new Defect(
                        "forgetsRefreshTokens",
                        "Issues refresh tokens that it does not store.",
                        FLAGGED,
                        "The first refresh: expected a token, got 400 invalid_grant*",
                        server -> server.onRefresh(
                                (request, answer) -> Refusal.invalidGrant("The refresh token is unknown")
                                        .answer(true))));
    }
}
