package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.embedded.client.Clients;
import org.devicegrant.conformance.embedded.client.Keys;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AssertionTest {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static Running running;

    @BeforeAll
    static void start() {
        running = Running.conforming();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static JWTClaimsSet.Builder claims(Running server) {
        return new JWTClaimsSet.Builder()
                .issuer(Clients.KEYED)
                .subject(Clients.KEYED)
                .audience(server.server().issuer())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Wire.Reply start(Running server, String assertion) {
        return server.wire()
                .post("/device_authorization", Wire.form("client_assertion_type", TYPE, "client_assertion", assertion));
    }

    private static String outcome(UnaryOperator<JWTClaimsSet.Builder> edit) {
        return outcome(signed(edit.apply(claims(running)).build(), Keys.client()));
    }

    private static String outcome(String assertion) {
        Wire.Reply reply = start(running, assertion);
        return reply.status() == 200 ? "ok" : reply.error();
    }

    @Test
    void freshAssertionsWorkAtBothEndpoints() {
        Wire.Reply started = start(running, signed(claims(running).build(), Keys.client()));
        assertThat(started.status()).isEqualTo(200);
        Wire.Reply poll = running.wire()
                .post(
                        "/token",
                        Wire.form(
                                "grant_type",
                                Wire.GRANT,
                                "device_code",
                                started.text("device_code"),
                                "client_assertion_type",
                                TYPE,
                                "client_assertion",
                                signed(claims(running).build(), Keys.client())));
        assertThat(poll.error()).isEqualTo("authorization_pending");
    }

    @Test
    void onlyThisServerIsAnAudience() {
        String issuer = running.server().issuer();
        assertThat(outcome(c -> c.audience(issuer + "/token"))).isEqualTo("ok");
        assertThat(outcome(c -> c.audience(List.of(issuer)))).isEqualTo("ok");
        assertThat(outcome(c -> c.audience(List.of(issuer, "https://other.example"))))
                .isEqualTo("invalid_client");
        assertThat(outcome(c -> c.audience("https://other.example/token"))).isEqualTo("invalid_client");
        assertThat(outcome(c -> c.audience((String) null))).isEqualTo("invalid_client");
    }

    @Test
    void timesAreChecked() {
        Instant now = Instant.now();
        assertThat(outcome(c -> c.expirationTime(Date.from(now.minusSeconds(10)))))
                .isEqualTo("invalid_client");
        assertThat(outcome(c -> c.expirationTime(null))).isEqualTo("invalid_client");
        assertThat(outcome(c -> c.notBeforeTime(Date.from(now.plusSeconds(120)))))
                .isEqualTo("invalid_client");
    }

    @Test
    void namesAreChecked() {
        assertThat(outcome(c -> c.subject(Clients.PUBLIC))).isEqualTo("invalid_client");
        assertThat(outcome(c -> c.issuer("https://other.example"))).isEqualTo("invalid_client");
        assertThat(outcome(c -> c.subject(null))).isEqualTo("invalid_client");
        assertThat(outcome(c -> c.issuer(null))).isEqualTo("invalid_client");
    }

    @Test
    void foreignSignaturesAreRefused() throws Exception {
        JWTClaimsSet claims = claims(running).build();
        assertThat(outcome(signed(claims, Keys.server()))).isEqualTo("invalid_client");
        assertThat(outcome(new PlainJWT(claims).serialize())).isEqualTo("invalid_client");
        SignedJWT hmac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        hmac.sign(new MACSigner(Keys.client().toRSAPublicKey().getEncoded()));
        assertThat(outcome(hmac.serialize())).isEqualTo("invalid_client");
        assertThat(outcome("not a jwt")).isEqualTo("invalid_client");
    }

    @Test
    void replayIsRefused() {
        String once = signed(claims(running).build(), Keys.client());
        assertThat(outcome(once)).isEqualTo("ok");
        assertThat(outcome(once)).isEqualTo("invalid_client");
    }

    @Test
    void rulesCanBeLoosened() {
        try (Running loose = Running.with(b -> b.authentication()
                .assertions()
                .timesChecked(false)
                .audience((endpoint, named, own) ->
                        endpoint == Endpoint.DEVICE_AUTHORIZATION || named.equals(List.of(own.get(0))))
                .keys((client, jwt) -> List.of(Keys.server().toPublicJWK())))) {
            JWTClaimsSet claims = claims(loose)
                    .expirationTime(null)
                    .audience("https://other.example")
                    .build();
            assertThat(start(loose, signed(claims, Keys.server())).status()).isEqualTo(200);
        }
    }
}
