package org.devicegrant.conformance.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Attributes;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Oracle;
import org.devicegrant.conformance.protocol.Scopes;

/** Who the user is, as the device is told (OpenID Connect Core section 2). */
class IdTokenChecks {
    @Check("oidc-id-token")
    void theIdTokenIsForThisClientAndThisUser(Devices devices, Judge judge, Grants grants) {
        Answer answer = grants.redeemed().token();
        requireOpenid(devices, answer);
        JsonNode member = answer.member("id_token");
        judge.expect("id_token", member, Members::gist, answer)
                .tolerating(Members.absent(), "openid was granted, and nobody tells who the user is")
                .toBe(Members.text());

        if (member.isTextual()) {
            judgeSignature(devices, judge, member.textValue(), answer);
            Oracle.claims(member.textValue())
                    .ifPresent(claims -> judgeClaims(devices, judge, new Attributes(false, claims), answer));
        }
    }

    private static void requireOpenid(Devices devices, Answer answer) {
        String asked = devices.protocol().scope(devices.main());
        Set<String> scope = Scopes.of(answer.member("scope")).orElseGet(() -> Scopes.of(asked == null ? "" : asked));
        if (!scope.contains("openid")) {
            throw new NotApplicable("scope openid was not granted; add it to scope if the client may have it");
        }
    }

    private static void judgeSignature(Devices devices, Judge judge, String idToken, Answer answer) {
        judge.expect("the signature of the id_token", signature(devices, idToken), gist -> gist, answer)
                .otherwise("anybody could have made it")
                .toBe(Outcome.of("one by a published key", "one by a published key"::equals));
    }

    private static String signature(Devices devices, String idToken) {
        try {
            SignedJWT jwt = SignedJWT.parse(idToken);
            if (jwt.getHeader().getAlgorithm().getName().startsWith("HS")) {
                throw new Inconclusive(
                        "the id_token is signed with the client's secret",
                        "see the client's id_token_signed_response_alg");
            }
            boolean valid = keys(devices).stream().anyMatch(key -> verifies(jwt, key));
            return valid ? "one by a published key" : "one by an unknown key";
        } catch (ParseException e) {
            return "none";
        }
    }

    private static List<JWK> keys(Devices devices) {
        URI location = devices.server().jwks();
        if (location == null) {
            throw new Inconclusive("the server publishes no keys", "add jwks_uri to its metadata");
        }
        Answer answer = devices.send(Request.get(Endpoint.OTHER, "keys of the server", location));
        try {
            return JWKSet.parse(answer.text()).getKeys();
        } catch (ParseException e) {
            throw new Inconclusive("the server's keys cannot be read: " + answer.gist(), "look at jwks_uri");
        }
    }

    private static boolean verifies(SignedJWT jwt, JWK key) {
        try {
            if (!(key instanceof AsymmetricJWK asymmetric)) {
                return false;
            }
            JWSVerifier verifier =
                    new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey());
            return jwt.verify(verifier);
        } catch (JOSEException anotherKindOfKey) {
            return false;
        }
    }

    private static void judgeClaims(Devices devices, Judge judge, Attributes claims, Answer answer) {
        String client = devices.main().clientId();
        judge.expect("aud of the id_token", claims.audience(), aud -> String.join(", ", aud), answer)
                .otherwise("client libraries refuse it, or accept those of others")
                .toBe(Outcome.of(client, aud -> aud.contains(client)));
        URI issuer = devices.server().issuer();
        if (issuer != null) {
            judge.expect("iss of the id_token", claims.member("iss").asText(), iss -> "\"" + iss + "\"", answer)
                    .otherwise("client libraries refuse it")
                    .toBe(Outcome.of("the issuer", issuer.toString()::equals));
        }
        Instant now = devices.protocol().authentication().time().of(answer);
        judge.expect(
                        "exp of the id_token",
                        claims.expiry(),
                        exp -> exp.map(Instant::toString).orElse("none"),
                        answer)
                .otherwise("client libraries refuse it")
                .toBe(Outcome.of(
                        "a time to come", exp -> exp.filter(now::isBefore).isPresent()));
        judgeSubject(devices, judge, claims, answer);
        judgeHash(judge, claims, answer);
    }

    private static void judgeSubject(Devices devices, Judge judge, Attributes claims, Answer answer) {
        judge.expect("sub of the id_token", claims.member("sub"), Members::gist, answer)
                .otherwise("nobody knows whom it is about")
                .toBe(Members.text());
        Optional<JsonNode> userinfo = devices.oracle()
                .userinfo(answer.member("access_token").asText())
                .filter(info -> info.status() == 200)
                .map(info -> info.member("sub"))
                .filter(JsonNode::isTextual);
        userinfo.ifPresent(sub -> judge.expect("sub of the id_token", claims.member("sub"), n -> "another one", answer)
                .otherwise("the device takes one user for another")
                .toBe(Outcome.of("that of user info", sub::equals)));
    }

    private static void judgeHash(Judge judge, Attributes claims, Answer answer) {
        JsonNode hash = claims.member("at_hash");
        if (!hash.isTextual() || answer.member("access_token").asText("").isEmpty()) {
            return;
        }
        try {
            SignedJWT jwt = SignedJWT.parse(answer.member("id_token").asText());
            BearerAccessToken token =
                    new BearerAccessToken(answer.member("access_token").asText());
            String right = AccessTokenHash.compute(token, jwt.getHeader().getAlgorithm())
                    .getValue();
            judge.expect("at_hash of the id_token", hash.textValue(), n -> "another one", answer)
                    .otherwise("the two tokens do not belong together")
                    .toBe(Outcome.of("the hash of the access token", right::equals));
        } catch (ParseException unsigned) {
            // Judged with the signature.
            return;
        }
    }
}
