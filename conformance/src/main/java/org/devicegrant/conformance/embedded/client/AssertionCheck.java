package org.devicegrant.conformance.embedded.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** Proves who a client is by the JWT it has signed (RFC 7523 section 3). Every failure is invalid_client. */
final class AssertionCheck {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final AssertionRules rules;
    private final Clients clients;
    private final Supplier<List<String>> own;
    private final ServerClock clock;
    private final SeenOnce seen = new SeenOnce(Duration.ofMinutes(10));

    AssertionCheck(AssertionRules rules, Clients clients, Supplier<List<String>> own, ServerClock clock) {
        this.rules = rules;
        this.clients = clients;
        this.own = own;
        this.clock = clock;
    }

    Client check(Attempt attempt) {
        if (!attempt.form().text("client_assertion_type").equals(TYPE)) {
            throw Refusal.invalidClient("The type of the client assertion is unknown");
        }
        try {
            SignedJWT jwt = SignedJWT.parse(attempt.form().text("client_assertion"));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Client client = client(attempt, claims);
            checkSignature(client, jwt);
            checkClaims(attempt, claims);
            checkReplay(client, claims);
            return client;
        } catch (ParseException malformed) {
            throw Refusal.invalidClient("The client assertion is not a signed JWT");
        }
    }

    private Client client(Attempt attempt, JWTClaimsSet claims) {
        String subject = claims.getSubject() == null ? "" : claims.getSubject();
        String named = attempt.form().value("client_id").orElse(subject);
        if (rules.namesChecked() && (!subject.equals(named) || !subject.equals(claims.getIssuer()))) {
            throw Refusal.invalidClient("Issuer and subject of the client assertion must be the client");
        }
        return clients.find(named).orElseThrow(() -> Refusal.invalidClient("The client is unknown"));
    }

    private void checkSignature(Client client, SignedJWT jwt) {
        boolean valid = rules.algorithms().contains(jwt.getHeader().getAlgorithm())
                && rules.keys(client, jwt).stream().anyMatch(key -> verifies(key, jwt));
        if (!valid) {
            throw Refusal.invalidClient("The signature of the client assertion is wrong");
        }
    }

    /** A key of another kind than the algorithm wants is a mismatch like any other. */
    private static boolean verifies(JWK key, SignedJWT jwt) {
        try {
            if (!(key instanceof AsymmetricJWK asymmetric)) {
                return false;
            }
            JWSVerifier verifier =
                    new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey());
            return jwt.verify(verifier);
        } catch (JOSEException mismatch) {
            return false;
        }
    }

    private void checkClaims(Attempt attempt, JWTClaimsSet claims) {
        if (rules.timesChecked() && !timely(claims)) {
            throw Refusal.invalidClient("The client assertion has expired, is not valid yet, or has no expiry");
        }
        if (!rules.audience().accepts(attempt.endpoint(), claims.getAudience(), own.get())) {
            throw Refusal.invalidClient("The client assertion is not addressed to this server");
        }
    }

    private boolean timely(JWTClaimsSet claims) {
        Instant now = clock.wall();
        Date expiry = claims.getExpirationTime();
        Date start = claims.getNotBeforeTime();
        return expiry != null
                && expiry.toInstant().plus(SKEW).isAfter(now)
                && (start == null || !start.toInstant().minus(SKEW).isAfter(now));
    }

    private void checkReplay(Client client, JWTClaimsSet claims) {
        boolean fresh = rules.replayKey(claims)
                .map(key -> seen.first(client.id() + " " + key, clock.wall()))
                .orElse(true);
        if (!fresh) {
            throw Refusal.invalidClient("The client assertion has been used before");
        }
    }
}
