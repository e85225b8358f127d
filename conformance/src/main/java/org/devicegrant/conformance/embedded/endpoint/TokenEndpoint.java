package org.devicegrant.conformance.embedded.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.ClientAuthentication;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.DeviceGrants;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.grant.Polling;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.http.ServerClock;
import org.devicegrant.conformance.embedded.token.Issue;
import org.devicegrant.conformance.embedded.token.Refreshing;
import org.devicegrant.conformance.embedded.token.TokenRules;
import org.devicegrant.conformance.embedded.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Answers polls (RFC 8628 sections 3.4 and 3.5) and refresh requests (RFC 6749 section 6). */
public final class TokenEndpoint {
    private final Function<Request, Form> parser;
    private final ClientAuthentication authentication;
    private final DeviceGrants grants;
    private final Polling polling;
    private final Refreshing refreshing;
    private final ServerClock clock;
    private final Minting minting;

    public TokenEndpoint(
            Function<Request, Form> parser,
            ClientAuthentication authentication,
            DeviceGrants grants,
            Function<Function<Poll, Supplier<Answer>>, Polling> polling,
            Refreshing refreshing,
            ServerClock clock,
            Minting minting) {
        this.parser = parser;
        this.authentication = authentication;
        this.grants = grants;
        this.polling = polling.apply(minting::prepare);
        this.refreshing = refreshing;
        this.clock = clock;
        this.minting = minting;
    }

    /**
     * Answers one request.
     *
     * @throws Refusal if there are no tokens
     */
    public Answer answer(Request request) {
        Instant arrived = clock.now();
        Form form = parser.apply(request);
        String grantType = form.required("grant_type");
        Client client = authentication.authenticate(new Attempt(Endpoint.TOKEN, request, form));
        return switch (grantType) {
            case Client.DEVICE_GRANT -> poll(request, form, allowed(client, grantType), arrived);
            case Client.REFRESH -> refresh(request, form, allowed(client, grantType));
            default -> throw Refusal.of("unsupported_grant_type", "The grant type is not supported");
        };
    }

    private static Client allowed(Client client, String grantType) {
        if (!client.mayUse(grantType)) {
            throw Refusal.unauthorizedClient("The client may not use this grant type");
        }
        return client;
    }

    private Answer poll(Request request, Form form, Client client, Instant arrived) {
        DeviceGrant grant = grants.byDeviceCode(form.required("device_code"))
                .orElseThrow(() -> Refusal.invalidGrant("The device code is unknown"));
        return polling.poll(grant, client, request, form, arrived);
    }

    private Answer refresh(Request request, Form form, Client client) {
        return refreshing.refresh(client, form, issue -> minting.check(client, request, form, issue));
    }

    /** Says what tokens are issued for, after everything that may speak against it has been looked at. */
    public static final class Minting {
        private final Users users;
        private final List<Feature> features;
        private final TokenRules rules;
        private final Tokens tokens;

        public Minting(Users users, List<Feature> features, TokenRules rules, Tokens tokens) {
            this.users = users;
            this.features = features;
            this.rules = rules;
            this.tokens = tokens;
        }

        Supplier<Answer> prepare(Poll poll) {
            DeviceGrant grant = poll.grant();
            checkAccount(grant.user().orElse(null));
            Issue issue = Issue.of(
                    grant.client(), grant.user().orElse(null), grant.order().requested(), grant.scopes());
            for (Feature feature : features) {
                issue = feature.redeemed(poll, issue);
            }
            Issue edited = rules.edited(issue);
            return () -> tokens.first(edited);
        }

        Issue check(Client client, Request request, Form form, Issue granted) {
            checkAccount(granted.user());
            Issue issue = granted;
            for (Feature feature : features) {
                issue = feature.refreshed(client, request, form, issue);
            }
            return issue;
        }

        private void checkAccount(@Nullable User user) {
            boolean locked = rules.accountChecked()
                    && user != null
                    && users.find(user.name()).map(User::locked).orElse(true);
            if (locked) {
                throw Refusal.invalidGrant("The account is locked");
            }
        }
    }
}
