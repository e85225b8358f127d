package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Set;
import org.devicegrant.conformance.embedded.client.Clients;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.feature.Accounts;
import org.devicegrant.conformance.embedded.feature.AuthorizationDetails;
import org.devicegrant.conformance.embedded.feature.Dpop;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.feature.Pkce;
import org.devicegrant.conformance.embedded.feature.ResourceIndicators;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static Running with(Feature feature) {
        return Running.with(b -> b.features().add(feature));
    }

    private static Wire.Reply start(Running running, String more) {
        return running.wire().post("/device_authorization", "client_id=tv-public&scope=profile&" + more);
    }

    private static Wire.Reply approved(Running running, String more) {
        Wire.Reply started = start(running, more);
        new Browser().approve(started, "alice");
        return started;
    }

    private static Wire.Reply poll(Running running, Wire.Reply started, String more, String... headers) {
        String body = Wire.form(
                "grant_type", Wire.GRANT, "client_id", "tv-public", "device_code", started.text("device_code"));
        return running.wire().post("/token", body + "&" + more, headers);
    }

    private static String audience(Running running, Wire.Reply tokens) {
        String secret = new Clients().named(Clients.CONFIDENTIAL).secret();
        return running.wire()
                .post(
                        "/introspect",
                        "token=" + tokens.text("access_token"),
                        "Authorization",
                        Wire.basic(Clients.CONFIDENTIAL, secret))
                .json()
                .path("aud")
                .toString();
    }

    @Test
    void challengeNeedsItsVerifier() {
        CodeVerifier verifier = new CodeVerifier();
        String challenge = "code_challenge_method=S256&code_challenge="
                + CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
        try (Running running = with(new Pkce())) {
            Wire.Reply started = approved(running, challenge);
            assertThat(poll(running, started, "").error()).isEqualTo("invalid_grant");
            assertThat(poll(running, started, "code_verifier=" + "x".repeat(43)).error())
                    .isEqualTo("invalid_grant");
            assertThat(poll(running, started, "code_verifier=" + verifier.getValue())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void resourcesRestrictTheAudience() {
        String both = "resource=" + Wire.encode(ResourceIndicators.GUIDE) + "&resource="
                + Wire.encode(ResourceIndicators.RECORDINGS);
        try (Running running = with(new ResourceIndicators())) {
            assertThat(start(running, "resource=relative").error()).isEqualTo("invalid_target");
            assertThat(start(running, "resource=https%3A%2F%2Fother.example").error())
                    .isEqualTo("invalid_target");
            Wire.Reply started = approved(running, both);
            assertThat(poll(running, started, "resource=relative").error()).isEqualTo("invalid_target");
            Wire.Reply tokens = poll(running, started, "resource=" + Wire.encode(ResourceIndicators.GUIDE));
            assertThat(audience(running, tokens)).isEqualTo("[\"" + ResourceIndicators.GUIDE + "\"]");
        }
    }

    @Test
    void detailsAreShownAndReturned() {
        String details = "[{\"type\":\"recording_access\",\"channel\":\"7\"}]";
        String parameter = "authorization_details=" + Wire.encode(details);
        try (Running running = with(new AuthorizationDetails())) {
            assertThat(start(running, "authorization_details=%5B%7B").error())
                    .isEqualTo("invalid_authorization_details");
            assertThat(start(running, "authorization_details=" + Wire.encode("[{\"type\":\"x\"}]"))
                            .error())
                    .isEqualTo("invalid_authorization_details");
            Wire.Reply started = start(running, parameter);
            Browser browser = new Browser().toDecision(started, "alice");
            assertThat(browser.text()).contains("recording_access");
            browser.send("decision", "approve");
            assertThat(poll(running, started, "").json().path("authorization_details"))
                    .hasToString(details);
        }
    }

    @Test
    void proofBindsTokensToTheKey() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        try (Running running = with(new Dpop())) {
            Wire.Reply started = approved(running, "");
            assertThat(poll(running, started, "", "DPoP", proof(running, key, "/wrong", null))
                            .error())
                    .isEqualTo("invalid_dpop_proof");
            Wire.Reply tokens = poll(running, started, "", "DPoP", proof(running, key, "/token", null));
            assertThat(tokens.text("token_type")).isEqualTo("DPoP");
            String access = tokens.text("access_token");
            assertThat(running.wire()
                            .get("/userinfo", "Authorization", "Bearer " + access)
                            .status())
                    .isEqualTo(401);
            String own = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
                    .createDPoPJWT(
                            "GET", URI.create(running.server().issuer() + "/userinfo"), new DPoPAccessToken(access))
                    .serialize();
            assertThat(running.wire()
                            .get("/userinfo", "Authorization", "DPoP " + access, "DPoP", own)
                            .text("sub"))
                    .isEqualTo("alice");
            String refresh =
                    "grant_type=refresh_token&client_id=tv-public&refresh_token=" + tokens.text("refresh_token");
            assertThat(running.wire().post("/token", refresh).error()).isEqualTo("invalid_dpop_proof");
            ECKey other = new ECKeyGenerator(Curve.P_256).generate();
            assertThat(running.wire()
                            .post("/token", refresh, "DPoP", proof(running, other, "/token", null))
                            .error())
                    .isEqualTo("invalid_grant");
            assertThat(running.wire()
                            .post("/token", refresh, "DPoP", proof(running, key, "/token", null))
                            .text("token_type"))
                    .isEqualTo("DPoP");
        }
    }

    @Test
    void missingNonceIsAskedForAndHarmless() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        try (Running running = with(new Dpop(true, true))) {
            Wire.Reply started = approved(running, "");
            Wire.Reply refused = poll(running, started, "", "DPoP", proof(running, key, "/token", null));
            assertThat(refused.error()).isEqualTo("use_dpop_nonce");
            String nonce = refused.raw().headers().firstValue("DPoP-Nonce").orElseThrow();
            assertThat(poll(running, started, "", "DPoP", proof(running, key, "/token", nonce))
                            .status())
                    .isEqualTo(200);
        }
    }

    private static String proof(Running running, ECKey key, String path, String nonce) throws Exception {
        URI target = URI.create(running.server().issuer() + path);
        return new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
                .createDPoPJWT("POST", target, nonce == null ? null : new Nonce(nonce))
                .serialize();
    }

    @Test
    void accountsAreDecidedByTheEntitled() {
        try (Running running =
                Running.with(b -> b.features().add(new Accounts(b.users(), Map.of("alice", Set.of("bob")))))) {
            Wire.Reply started = start(running, "account=alice");
            assertThat(new Browser().approve(started, Users.CAROL).text()).contains("Not yours to decide");
            assertThat(poll(running, started, "").error()).isEqualTo("authorization_pending");
            Browser bob = new Browser().toDecision(started, Users.BOB);
            assertThat(bob.text()).contains("Account: alice");
            bob.send("decision", "approve");
            String token = poll(running, started, "").text("access_token");
            assertThat(running.wire()
                            .get("/userinfo", "Authorization", "Bearer " + token)
                            .text("sub"))
                    .isEqualTo("alice");
            assertThat(start(running, "account=nobody").status()).isEqualTo(200);
            assertThat(start(running, "account=a&account=b").error()).isEqualTo("invalid_request");
        }
    }

    @Test
    void deviceRegistersItself() {
        try (Running running = Running.with(b -> b.registration().open(true))) {
            String metadata = "{\"client_name\":\"<i>Toaster</i>\",\"token_endpoint_auth_method\":\"none\","
                    + "\"response_types\":[],\"grant_types\":[\"" + Wire.GRANT + "\",\"refresh_token\"]}";
            Wire.Reply registered = register(running, metadata);
            assertThat(registered.status()).isEqualTo(201);
            assertThat(registered.json().path("grant_types").toString()).contains(Wire.GRANT);
            Wire.Reply started =
                    running.wire().post("/device_authorization", "client_id=" + registered.text("client_id"));
            assertThat(new Browser().toDecision(started, "alice").text()).contains("&lt;i&gt;Toaster");
            Wire.Reply plain = register(running, "{\"token_endpoint_auth_method\":\"none\"}");
            assertThat(running.wire()
                            .post("/device_authorization", "client_id=" + plain.text("client_id"))
                            .error())
                    .isEqualTo("unauthorized_client");
            assertThat(register(running, "nonsense").error()).isEqualTo("invalid_client_metadata");
        }
        try (Running closed = Running.conforming()) {
            assertThat(register(closed, "{}").status()).isEqualTo(404);
        }
    }

    private static Wire.Reply register(Running running, String body) {
        return Wire.send(HttpRequest.newBuilder(URI.create(running.server().issuer() + "/register"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
