package org.devicegrant.conformance.rfc6749.s3_3_scope;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.ScopeRules;
import org.devicegrant.conformance.embedded.http.Answer;

/** Scopes that a server fails on, or grants without knowing them. */
public final class RequestedScopeDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "failsWithoutScope",
                        "A missing scope ends in a server error",
                        Set.of("6749-3.3-scope-omitted"),
                        "A device authorization request without scope: expected codes or 400 invalid_scope, got 500 *",
                        b -> b.onDevice((request, answer) ->
                                request.text().contains("scope=") ? answer : Answer.text(500, "text/html", "<p>Oops"))),
                new Defect(
                        "failsOnUnknownScopes",
                        "An unknown scope ends in a server error",
                        Set.of("6749-3.3-invalid-scope-device"),
                        "A device authorization request with an unknown scope: expected codes or 400 invalid_scope, got 500 server_error*",
                        b -> b.onDevice((request, answer) -> request.text().contains("xq9")
                                ? answer.status(500).set("error", "server_error")
                                : answer)),
                new Defect(
                        "takesTheFirstScopeOnly",
                        "The outcome depends on which scope comes first",
                        Set.of("6749-3.3-invalid-scope-device"),
                        "A device authorization request with the same scopes in another order: expected the same answer, got 400 invalid_scope*",
                        b -> b.scopes().around((question, next) -> next.apply(first(question)))),
                new Defect(
                        "grantsWhatItDoesNotKnow",
                        "Unknown scopes are granted",
                        Set.of("6749-3.3-invalid-scope-device"),
                        "The scope of the token: expected without the unknown one, got with the unknown one*",
                        b -> b.scopes()
                                .around((question, next) -> question.scope()
                                        .map(ScopeRules::tokens)
                                        .orElseGet(() -> next.apply(question)))));
    }

    private static ScopeRules.Question first(ScopeRules.Question question) {
        return new ScopeRules.Question(question.client(), question.scope().map(scope -> scope.split(" ", 2)[0]));
    }
}
