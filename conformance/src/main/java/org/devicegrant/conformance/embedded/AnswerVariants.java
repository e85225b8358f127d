package org.devicegrant.conformance.embedded;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Other answers to the same request. */
final class AnswerVariants {
    private AnswerVariants() {}

    static List<Variant> all() {
        return List.of(
                new Variant(
                        "namesTheCharset",
                        "a charset parameter of application/json means nothing and harms nobody (RFC 8259 section 11)",
                        b -> everyJson(b, a -> a.header("Content-Type", "application/json;charset=UTF-8"))),
                new Variant(
                        "sendsMembersOfItsOwn",
                        "clients ignore members that they do not know (RFC 6749 section 5.1)",
                        b -> everyJson(b, a -> a.set("message", "hello").set("session", Json.object()))),
                new Variant(
                        "prettyPrints",
                        "white space between JSON tokens is free (RFC 8259 section 2)",
                        b -> everyJson(b, a -> a.editText(text -> text.replace(",\"", " ,\n  \"")))),
                new Variant(
                        "setsACookie",
                        "cookies are allowed; devices need not keep them",
                        b -> everyJson(b, a -> a.addHeader("Set-Cookie", "node=7; Path=/; HttpOnly"))),
                new Variant(
                        "writesHeadersOtherwise",
                        "header names have no case, and directives may be combined (RFC 9110 section 5.1)",
                        b -> everyJson(
                                b,
                                a -> a.withoutHeader("Cache-Control")
                                        .addHeader("cache-control", "private, No-Store, max-age=0"))),
                new Variant(
                        "sendsBareErrors",
                        "error_description is optional (RFC 6749 section 5.2)",
                        b -> b.errorsDescribed(false)),
                new Variant(
                        "explainsErrorsByUri",
                        "error_uri is optional (RFC 6749 section 5.2)",
                        b -> everyJson(b, a -> a.has("error") ? a.set("error_uri", "https://example.com/errors") : a)),
                new Variant(
                        "writesBearerInLowerCase",
                        "token_type has no case (RFC 6749 section 5.1)",
                        b -> b.tokens().onAnswer((issue, a) -> a.set("token_type", "bearer"))),
                new Variant(
                        "issuesNoRefreshTokens",
                        "refresh_token is optional (RFC 6749 section 5.1)",
                        b -> b.tokens().refreshable(false)),
                new Variant(
                        "namesTheScopeOnlyWhereItDiffers",
                        "scope may be left out if it is what was asked for (RFC 6749 section 5.1)",
                        b -> b.tokens().scopeAlwaysNamed(false)),
                new Variant(
                        "issuesJwtAccessTokens",
                        "the format of access tokens is up to the server (RFC 6749 section 1.4, RFC 9068)",
                        b -> b.tokens().jwt(true)),
                new Variant(
                        "refusesUnknownScopes",
                        "an unknown scope may be refused with invalid_scope (RFC 6749 section 3.3)",
                        b -> b.scopes().unknownRefused(true)),
                new Variant(
                        "needsAScope",
                        "a missing scope may be refused with invalid_scope (RFC 6749 section 3.3)",
                        b -> b.scopes().defaults(Set.of())),
                new Variant(
                        "answersInvalidClientWith400",
                        "401 is only needed where the Authorization header was used (RFC 6749 section 5.2)",
                        b -> b.authentication().statusWithoutHeader(400)),
                new Variant(
                        "callsAMissingClientInvalid",
                        "no client authentication included is invalid_client by its definition (RFC 6749 section 5.2)",
                        AnswerVariants::missingClient),
                new Variant(
                        "takesTheIssuerAsOnlyAudience",
                        "an assertion should be addressed to the issuer (RFC 7523 section 3)",
                        b -> b.authentication()
                                .assertions()
                                .audience((endpoint, named, own) -> named.equals(List.of(own.get(0))))),
                new Variant(
                        "detectsNoReplays",
                        "detection of replayed assertions is optional (RFC 7523 section 3)",
                        b -> b.authentication().assertions().replayKey(claims -> Optional.empty())),
                new Variant(
                        "knowsRs256Only",
                        "the set of algorithms is up to the server as long as RS256 is among them (RFC 7523 section 5)",
                        b -> b.authentication().assertions().algorithms(Set.of(JWSAlgorithm.RS256))));
    }

    private static void everyJson(Behaviour behaviour, UnaryOperator<Answer> edit) {
        behaviour.onDevice((request, answer) -> edit.apply(answer));
        behaviour.onToken((request, answer) -> edit.apply(answer));
    }

    private static void missingClient(Behaviour behaviour) {
        behaviour.authentication().around((attempt, next) -> {
            boolean named = attempt.form().has("client_id")
                    || attempt.form().has("client_assertion")
                    || attempt.request().header("Authorization").isPresent();
            if (!named) {
                throw Refusal.invalidClient("No client authentication is included");
            }
            return next.apply(attempt);
        });
    }
}
