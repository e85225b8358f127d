package org.devicegrant.conformance.interop;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.feature.Pkce;
import org.devicegrant.conformance.embedded.http.Answer;

/** Servers that borrow from other grants by halves. */
public final class ExtensionDefects implements DefectSource {
    private static final Set<String> PKCE = Set.of("pkce-on-device-grant");
    private static final Set<String> ID_TOKEN = Set.of("oidc-id-token");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "asksForAnyVerifier",
                        "Stores the challenge and checks only that some code_verifier comes.",
                        PKCE,
                        "A poll without code_verifier, where a wrong one was accepted: expected a token,"
                                + " got 400 invalid_grant*",
                        server -> server.features().add(new Pkce((challenge, verifier) -> !verifier.isEmpty()))),
                new Defect(
                        "refusesTheRightVerifier",
                        "Compares the verifier with the challenge without hashing it.",
                        PKCE,
                        "*a poll with the right code_verifier: expected a token, got 400 invalid_grant*",
                        server -> server.features().add(new Pkce(String::equals))),
                new Defect(
                        "addressesIdTokensToTheResource",
                        "Puts the resource server into aud of the id_token.",
                        ID_TOKEN,
                        "Aud of the id_token: expected tv-public, got https://api.example*",
                        server -> server.tokens()
                                .onIdToken(claims -> new JWTClaimsSet.Builder(claims)
                                        .audience("https://api.example")
                                        .build())),
                new Defect(
                        "signsNoIdTokens",
                        "Answers an id_token with alg none.",
                        ID_TOKEN,
                        "The signature of the id_token: expected one by a published key, got none*",
                        server -> server.tokens().onAnswer((issue, answer) -> unsigned(answer))));
    }

    private static Answer unsigned(Answer answer) {
        return answer.textOf("id_token")
                .map(token -> answer.set("id_token", new PlainJWT(claims(token)).serialize()))
                .orElse(answer);
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException impossible) {
            throw new IllegalStateException("The server has made this token", impossible);
        }
    }
}
