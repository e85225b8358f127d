package org.devicegrant.conformance.embedded.token;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.grant.ScopeRules;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Answers refresh requests (RFC 6749 section 6), with rotation and detection of reuse (RFC 9700 section 4.14.2). */
public final class Refreshing {
    private final TokenRules rules;
    private final Tokens tokens;

    public Refreshing(TokenRules rules, Tokens tokens) {
        this.rules = rules;
        this.tokens = tokens;
    }

    /**
     * Refreshes.
     *
     * @param check throws {@link Refusal} if the grant may not be used any more, or gives what to issue for
     */
    public Answer refresh(Client client, Form form, UnaryOperator<Issue> check) {
        String token = form.required("refresh_token");
        Family family = tokens.family(token).orElseThrow(Refreshing::unknown);
        if (rules.refreshClientCompared() && !family.issue().client().id().equals(client.id())) {
            throw unknown();
        }
        synchronized (family) {
            checkCurrent(family, token);
            Issue checked = check.apply(family.issue());
            Issue narrowed = form.value("scope")
                    .map(scope -> narrowed(checked, ScopeRules.tokens(scope)))
                    .orElse(checked);
            String next = rules.rotated() ? tokens.descendant(family) : token;
            family.current(next);
            return tokens.again(narrowed, next, !narrowed.scopes().equals(checked.scopes()));
        }
    }

    private void checkCurrent(Family family, String token) {
        if (family.isCurrent(token)) {
            return;
        }
        if (rules.reuseRevokes()) {
            family.revoke();
        }
        throw unknown();
    }

    private Issue narrowed(Issue issue, Set<String> asked) {
        if (!asked.stream().allMatch(scope -> rules.mayRefresh(issue, scope))) {
            throw Refusal.invalidScope("The scope goes beyond what was granted");
        }
        return issue.withScopes(asked);
    }

    private static Refusal unknown() {
        return Refusal.invalidGrant("The refresh token is unknown, used or revoked");
    }
}
