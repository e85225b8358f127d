package org.devicegrant.conformance.embedded;

import java.util.List;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Json;

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
                        b -> b.tokens().jwt(true)));
    }

    private static void everyJson(Behaviour behaviour, UnaryOperator<Answer> edit) {
        behaviour.onDevice((request, answer) -> edit.apply(answer));
        behaviour.onToken((request, answer) -> edit.apply(answer));
    }
}
