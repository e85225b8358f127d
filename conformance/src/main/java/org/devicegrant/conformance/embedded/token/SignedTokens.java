package org.devicegrant.conformance.embedded.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.devicegrant.conformance.embedded.client.Keys;

/** Tokens that the server signs: id tokens (OpenID Connect Core section 2) and access tokens (RFC 9068). */
public final class SignedTokens {
    private final TokenRules rules;
    private final Supplier<String> issuer;

    public SignedTokens(TokenRules rules, Supplier<String> issuer) {
        this.rules = rules;
        this.issuer = issuer;
    }

    String accessToken(AccessToken token) {
        Issue issue = token.issue();
        JWTClaimsSet.Builder claims = claims(token)
                .audience(issue.audience().isEmpty() ? List.of(issuer.get()) : issue.audience())
                .claim("client_id", issue.client().id())
                .claim("scope", issue.scope())
                .jwtID(UUID.randomUUID().toString());
        if (issue.thumbprint() != null) {
            claims.claim("cnf", Map.of("jkt", issue.thumbprint()));
        }
        return sign("at+jwt", claims.build());
    }

    String idToken(AccessToken token, String accessToken) {
        String hash = AccessTokenHash.compute(new BearerAccessToken(accessToken), JWSAlgorithm.RS256)
                .getValue();
        JWTClaimsSet.Builder claims =
                claims(token).audience(token.issue().client().id()).claim("at_hash", hash);
        return sign("JWT", rules.edited(claims.build()));
    }

    private JWTClaimsSet.Builder claims(AccessToken token) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.get())
                .subject(token.issue().subject().orElse(null))
                .issueTime(Date.from(token.issuedAt()))
                .expirationTime(Date.from(token.expiresAt()));
    }

    private static String sign(String type, JWTClaimsSet claims) {
        RSAKey key = Keys.server();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException unavailable) {
            throw new IllegalStateException("This Java runtime cannot sign with RS256", unavailable);
        }
        return jwt.serialize();
    }
}
