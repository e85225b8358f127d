package org.devicegrant.conformance.embedded.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.token.AccessToken;
import org.devicegrant.conformance.embedded.token.Issue;
import org.devicegrant.conformance.embedded.token.Tokens;

/** Tells whose token it is (OpenID Connect Core section 5.3), for any token that has a subject. */
public final class UserinfoEndpoint {
    private final Tokens tokens;

    private final List<Feature> features;

    public UserinfoEndpoint(Tokens tokens, List<Feature> features) {
        this.tokens = tokens;
        this.features = features;
    }

    /** Answers one request that carries its token in the Authorization header (RFC 6750 section 2.1). */
    public Answer answer(Request request) {
        Optional<String> value = request.header("Authorization")
                .filter(header ->
                        header.regionMatches(true, 0, "Bearer ", 0, 7) || header.regionMatches(true, 0, "DPoP ", 0, 5))
                .map(header -> header.substring(header.indexOf(' ') + 1).strip());
        if (value.isEmpty()) {
            return Answer.of(401).header("WWW-Authenticate", "Bearer realm=\"device-grant\"");
        }
        Optional<AccessToken> token = tokens.active(value.get());
        User user = token.map(AccessToken::issue)
                .filter(issue -> features.stream().allMatch(each -> each.presented(request, issue, value.get())))
                .map(Issue::user)
                .orElse(null);
        if (token.isEmpty() || user == null) {
            return Answer.of(401).header("WWW-Authenticate", "Bearer realm=\"device-grant\", error=\"invalid_token\"");
        }
        return Answer.json(200, describe(user, token.get().issue())).header("Cache-Control", "no-store");
    }

    private static ObjectNode describe(User user, Issue issue) {
        ObjectNode body = Json.object().put("sub", user.name());
        if (issue.scopes().contains("profile")) {
            body.put("name", user.fullName()).put("preferred_username", user.name());
        }
        if (issue.scopes().contains("email")) {
            body.put("email", user.email());
        }
        return body;
    }
}
