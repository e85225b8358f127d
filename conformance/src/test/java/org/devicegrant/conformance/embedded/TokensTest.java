package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.devicegrant.conformance.embedded.client.Clients;
import org.devicegrant.conformance.embedded.client.Keys;
import org.devicegrant.conformance.embedded.client.Users;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static Running running;
    private static Wire wire;

    @BeforeAll
    static void start() {
        running = Running.conforming();
        wire = running.wire();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static Wire.Reply redeemed(String scope) {
        Wire.Reply started = wire.post("/device_authorization", Wire.form("client_id", "tv-public", "scope", scope));
        new Browser().approve(started, "alice");
        return wire.poll(started);
    }

    private static Wire.Reply refresh(String client, String token, String... more) {
        String extra = more.length == 0 ? "" : "&" + Wire.form(more);
        return wire.post(
                "/token",
                Wire.form("grant_type", "refresh_token", "client_id", client, "refresh_token", token) + extra);
    }

    @Test
    void refreshTokensRotateAndReuseEndsTheChain() {
        String first = redeemed("profile").text("refresh_token");
        Wire.Reply refreshed = refresh("tv-public", first);
        String second = refreshed.text("refresh_token");
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(second).isNotEqualTo(first);
        assertThat(refresh("tv-public", first).error()).isEqualTo("invalid_grant");
        assertThat(refresh("tv-public", second).error()).isEqualTo("invalid_grant");
    }

    @Test
    void refreshTokenServesItsOwnClientOnly() {
        String token = redeemed("profile").text("refresh_token");
        assertThat(refresh("tv-other", token).error()).isEqualTo("invalid_grant");
        assertThat(refresh("tv-public", token).status()).isEqualTo(200);
    }

    @Test
    void refreshMayNarrowButNotWiden() {
        String token = redeemed("profile email").text("refresh_token");
        assertThat(refresh("tv-public", token, "scope", "profile read").error()).isEqualTo("invalid_scope");
        Wire.Reply narrowed = refresh("tv-public", token, "scope", "email");
        assertThat(narrowed.text("scope")).isEqualTo("email");
        assertThat(refresh("tv-public", narrowed.text("refresh_token")).text("scope"))
                .isEqualTo("profile email");
    }

    @Test
    void unknownAndForbiddenScopesAreDroppedAndThatIsSaid() {
        assertThat(redeemed("profile admin nonsense").text("scope")).isEqualTo("profile");
        assertThat(wire.post("/device_authorization", "client_id=tv-public&scope=admin")
                        .error())
                .isEqualTo("invalid_scope");
        assertThat(wire.post("/device_authorization", "client_id=tv-public&scope=a%22b")
                        .error())
                .isEqualTo("invalid_scope");
    }

    @Test
    void idTokenIsForThisClientAndUser() throws Exception {
        Wire.Reply tokens = redeemed("openid profile");
        SignedJWT id = SignedJWT.parse(tokens.text("id_token"));
        assertThat(id.verify(new RSASSAVerifier(Keys.server().toPublicJWK()))).isTrue();
        assertThat(id.getJWTClaimsSet().getIssuer()).isEqualTo(running.server().issuer());
        assertThat(id.getJWTClaimsSet().getAudience()).containsExactly("tv-public");
        assertThat(id.getJWTClaimsSet().getSubject()).isEqualTo("alice");
        assertThat(redeemed("profile").json().has("id_token")).isFalse();
    }

    @Test
    void introspectionTellsConfidentialClientsOnly() {
        Wire.Reply tokens = redeemed("profile email");
        String secret = new Clients().named(Clients.CONFIDENTIAL).secret();
        String basic = Wire.basic(Clients.CONFIDENTIAL, secret);
        String body = "token=" + tokens.text("access_token");
        Wire.Reply told = wire.post("/introspect", body, "Authorization", basic);
        assertThat(told.json().path("active").booleanValue()).isTrue();
        assertThat(told.text("scope")).isEqualTo("profile email");
        assertThat(told.text("client_id")).isEqualTo("tv-public");
        assertThat(told.text("sub")).isEqualTo("alice");
        assertThat(wire.post("/introspect", "token=x", "Authorization", basic).json())
                .hasToString("{\"active\":false}");
        assertThat(wire.post("/introspect", body + "&client_id=tv-public").status())
                .isEqualTo(401);
    }

    @Test
    void userinfoWantsALivingToken() {
        assertThat(wire.get("/userinfo").status()).isEqualTo(401);
        Wire.Reply refused = wire.get("/userinfo", "Authorization", "Bearer nonsense");
        assertThat(refused.raw().headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("invalid_token");
    }

    @Test
    void lockedAccountGetsNoTokens() {
        try (Running locking = Running.conforming()) {
            Wire.Reply started = locking.approved();
            locking.server().behaviour().users().lock(Users.ALICE, true);
            assertThat(locking.wire().poll(started).error()).isEqualTo("invalid_grant");
            locking.server().behaviour().users().lock(Users.ALICE, false);
            assertThat(locking.wire().poll(started).status()).isEqualTo(200);
        }
    }

    @Test
    void tokensCanBeBent() {
        try (Running bent = Running.with(b -> b.tokens()
                .rotated(false)
                .onIssue(issue -> issue.withUser(null))
                .onAnswer((issue, answer) -> answer.set("scope", String.join(" ", issue.requested()))))) {
            Wire.Reply started = bent.wire().post("/device_authorization", "client_id=tv-public&scope=profile+x");
            new Browser().approve(started, "alice");
            Wire.Reply tokens = bent.wire().poll(started);
            assertThat(tokens.text("scope")).isEqualTo("profile x");
            assertThat(bent.wire()
                            .get("/userinfo", "Authorization", "Bearer " + tokens.text("access_token"))
                            .status())
                    .isEqualTo(401);
        }
    }
}
