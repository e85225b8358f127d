package org.devicegrant.conformance.rfc6749.s5_1_successful_response;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.Secrets;

/** Servers whose token answer lacks something, or whose token opens nothing. */
public final class TokenAnswerDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "leavesOutTheTokenType",
                        "Answers a token without token_type.",
                        Set.of("6749-5.1-token-type"),
                        "Token_type: expected Bearer in any case, got no such member*",
                        server -> server.tokens().onAnswer((issue, answer) -> answer.remove("token_type"))),
                new Defect(
                        "leavesOutTheLifetimeOfTheToken",
                        "Answers a token without expires_in.",
                        Set.of("6749-5.1-token-expires-in"),
                        "Expires_in: expected a value, got no such member*",
                        server -> server.tokens().onAnswer((issue, answer) -> answer.remove("expires_in"))),
                new Defect(
                        "announcesAnotherLifetimeThanItGrants",
                        "Answers a constant for expires_in, whatever the token says.",
                        Set.of("6749-5.1-token-expires-in"),
                        "Expires_in: expected about * s, as the token itself says, got 3600 s*",
                        server -> server.tokens().onAnswer((issue, answer) -> answer.set("expires_in", 3600))),
                new Defect(
                        "letsCachesKeepTokens",
                        "Sends Cache-Control: private with the token.",
                        Set.of("6749-5.1-no-store-token-response"),
                        "Cache-Control of the token answer: expected no-store, got \"private\"*",
                        server ->
                                server.tokens().onAnswer((issue, answer) -> answer.header("Cache-Control", "private"))),
                new Defect(
                        "letsCachesKeepRefreshedTokens",
                        "Sends no Cache-Control with refreshed tokens.",
                        Set.of("6749-5.1-no-store-token-response"),
                        "Cache-Control of the refresh answer: expected no-store, got no such header field*",
                        server -> server.onRefresh((request, answer) -> answer.withoutHeader("Cache-Control"))),
                new Defect(
                        "issuesTokensForNobody",
                        "Stores the token without the user who approved.",
                        Set.of("6749-5.1-access-token-usable"),
                        "User info asked with the new token: expected status 200, got 401*",
                        server -> server.tokens().onIssue(issue -> issue.withUser(null))),
                new Defect(
                        "issuesTokensItDoesNotKnow",
                        "Answers another token than it stores.",
                        Set.of("6749-5.1-access-token-usable"),
                        "Introspection of the new token: expected an active token, got 200 *",
                        server -> server.tokens()
                                .onAnswer((issue, answer) -> answer.set("access_token", Secrets.next()))));
    }
}
