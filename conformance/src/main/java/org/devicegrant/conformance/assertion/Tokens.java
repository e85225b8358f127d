package org.devicegrant.conformance.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.devicegrant.conformance.exchange.Answer;

/** Counts token sets across answers, so that "the same answer again" and "another token" are told apart. */
public final class Tokens {
    private Tokens() {}

    /** The distinct access and refresh tokens of several answers, as sets: two answers with one refresh token overlap. */
    public static int distinctAccessTokens(Collection<Answer> answers) {
        return values(answers, "access_token").size();
    }

    /** How many distinct refresh tokens were issued. */
    public static int distinctRefreshTokens(Collection<Answer> answers) {
        return values(answers, "refresh_token").size();
    }

    /** The answers that carry tokens. */
    public static List<Answer> withTokens(Collection<Answer> answers) {
        return answers.stream().filter(Answer::tokens).toList();
    }

    /** Whether two answers carry the same access token. */
    public static boolean same(Answer one, Answer other) {
        return Objects.equals(one.member("access_token"), other.member("access_token"));
    }

    private static Set<String> values(Collection<Answer> answers, String member) {
        return answers.stream()
                .filter(Answer::tokens)
                .flatMap(a -> Stream.of(a.member(member)))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
    }
}
