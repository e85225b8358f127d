package org.devicegrant.conformance.embedded.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.ServerClock;
import org.jspecify.annotations.Nullable;

/** Issues tokens and remembers them. Safe for use by several threads. */
public final class Tokens {
    private static final int SWEEP_EVERY = 1_000;

    private final Map<String, AccessToken> accessTokens = new ConcurrentHashMap<>();
    private final Map<String, Family> families = new ConcurrentHashMap<>();
    private final TokenRules rules;
    private final SignedTokens signed;
    private final ServerClock clock;

    public Tokens(TokenRules rules, SignedTokens signed, ServerClock clock) {
        this.rules = rules;
        this.signed = signed;
        this.clock = clock;
    }

    /** Issues the first tokens for {@code issue}: the answer to a redemption. */
    public Answer first(Issue issue) {
        String refreshToken = null;
        if (rules.refreshable()) {
            refreshToken = rules.nextValue();
            families.put(refreshToken, new Family(issue, refreshToken));
        }
        return answer(issue, refreshToken, !issue.scopes().equals(issue.requested()));
    }

    /** Issues tokens again, with {@code refreshToken} beside them. */
    Answer again(Issue issue, String refreshToken, boolean scopeDiffers) {
        return answer(issue, refreshToken, scopeDiffers);
    }

    /** An access token that is still good. */
    public Optional<AccessToken> active(String value) {
        return Optional.ofNullable(accessTokens.get(value)).filter(token -> token.isActive(clock.wall()));
    }

    /** Whether {@code value} is a refresh token that is still good, and for what. */
    public Optional<Issue> refreshable(String value) {
        return family(value).filter(family -> family.isCurrent(value)).map(Family::issue);
    }

    Optional<Family> family(String refreshToken) {
        return Optional.ofNullable(families.get(refreshToken));
    }

    /** One more refresh token of a family; the family decides which one is current. */
    String descendant(Family family) {
        String next = rules.nextValue();
        families.put(next, family);
        return next;
    }

    private Answer answer(Issue issue, @Nullable String refreshToken, boolean scopeDiffers) {
        Instant now = clock.wall();
        AccessToken token = new AccessToken(issue, now, now.plus(rules.lifetime()));
        String value = rules.jwt() ? signed.accessToken(token) : rules.nextValue();
        sweep(now);
        accessTokens.put(value, token);
        ObjectNode body = body(token, value, refreshToken);
        if (rules.scopeAlwaysNamed() || scopeDiffers) {
            body.put("scope", issue.scope());
        }
        Answer answer =
                Answer.json(200, body).header("Cache-Control", "no-store").header("Pragma", "no-cache");
        return rules.edited(issue, answer);
    }

    private ObjectNode body(AccessToken token, String value, @Nullable String refreshToken) {
        Issue issue = token.issue();
        ObjectNode body = Json.object()
                .put("access_token", value)
                .put("token_type", issue.thumbprint() == null ? "Bearer" : "DPoP")
                .put("expires_in", rules.lifetime().toSeconds());
        if (refreshToken != null) {
            body.put("refresh_token", refreshToken);
        }
        if (issue.details() != null) {
            body.set("authorization_details", issue.details());
        }
        if (issue.scopes().contains("openid") && issue.user() != null) {
            body.put("id_token", signed.idToken(token, value));
        }
        return body;
    }

    private void sweep(Instant now) {
        if (accessTokens.size() % SWEEP_EVERY == SWEEP_EVERY - 1) {
            accessTokens.values().removeIf(token -> !token.isActive(now));
        }
    }
}
