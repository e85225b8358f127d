package org.devicegrant.conformance.rfc6749.s3_3_scope;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.grant.ScopeRules;
import org.devicegrant.conformance.embedded.token.Issue;

/** Servers that grant another scope than was approved, or do not say which. */
public final class GrantedScopeDefects implements DefectSource {
    private static final Set<String> REPORTED = Set.of("6749-3.3-scope-reported");
    private static final Set<String> APPROVED = Set.of("derived-scope-not-wider-than-approved");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "repeatsTheRequestedScope",
                        "Answers the scope that was asked for, although the user has left out a part of it.",
                        REPORTED,
                        "*he scope of a token whose scope the user has narrowed: expected *, got *",
                        GrantedScopeDefects::repeating),
                new Defect(
                        "dropsUnknownScopesSilently",
                        "Leaves out the scope member although it has dropped a part of what was asked for.",
                        REPORTED,
                        "*he scope of a token that was asked for with an unknown scope besides: expected *,"
                                + " got no scope member*",
                        server -> server.tokens()
                                .onAnswer((issue, answer) ->
                                        issue.scopes().equals(issue.requested()) ? answer : answer.remove("scope"))),
                new Defect(
                        "grantsWhatTheClientMayHave",
                        "Issues the token with all scopes of the client instead of those stored with the code.",
                        APPROVED,
                        "*: expected nothing beyond scope \"openid profile\", got *"
                                + "the token does more than the user was asked for*",
                        server -> server.tokens()
                                .onIssue(
                                        issue -> issue.withScopes(issue.client().scopes()))),
                new Defect(
                        "takesTheScopeFromThePoll",
                        "Issues the token with the scope that the poll asks for.",
                        APPROVED,
                        "A token polled for with a wider scope: expected nothing beyond *, got *",
                        server -> server.features().add(new ScopeOfThePoll())),
                new Defect(
                        "hidesTheDefaultScope",
                        "Does not tell the user which scope a request without one will get.",
                        APPROVED,
                        "A token asked for without a scope: expected the scope that the decision page names, got *",
                        server -> {
                            server.pages().look().scopesShown(false);
                            server.declares("scope_texts: {profile: See your name}\n");
                        }));
    }

    private static void repeating(Behaviour server) {
        server.pages().look().scopesSelectable(true);
        server.tokens().onAnswer((issue, answer) -> answer.set("scope", String.join(" ", issue.requested())));
    }

    /** Lets the token request say what the token is for. */
    private static final class ScopeOfThePoll implements Feature {
        @Override
        public Issue redeemed(Poll poll, Issue issue) {
            return poll.form()
                    .value("scope")
                    .map(scope -> issue.withScopes(ScopeRules.tokens(scope)))
                    .orElse(issue);
        }
    }
}
