package org.devicegrant.conformance.rfc6749.s5_1_successful_response;

import static org.devicegrant.conformance.assertion.Members.present;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Attributes;
import org.devicegrant.conformance.flow.Devices;

/** Members and header fields of the answer that carries the token. */
class TokenAnswerChecks {
    private static final Duration PRECISION = Duration.ofSeconds(5);

    private static final Outcome<String> BEARER = Outcome.of("Bearer in any case", "bearer"::equalsIgnoreCase);
    private static final Outcome<String> OTHER_TYPE =
            Outcome.of("another type", type -> !type.isEmpty() && !type.equalsIgnoreCase("dpop"));
    private static final Outcome<String> NO_STORE = Outcome.of("no-store", field -> hasDirective(field, "no-store"));
    private static final Outcome<String> NO_CACHE = Outcome.of("no-cache", field -> hasDirective(field, "no-cache"));
    private static final Outcome<String> ANYTHING = Outcome.of("anything else", field -> true);

    @Check("6749-5.1-token-type")
    void theTokenIsABearerToken(Judge judge, Grants grants) {
        Answer answer = grants.redeemed().token();
        JsonNode type = answer.member("token_type");

        judge.expect("token_type", type.isTextual() ? type.textValue() : "", t -> word(t, type), answer)
                .tolerating(OTHER_TYPE, "few clients know another type than Bearer")
                .otherwise("the client cannot know how to use the token")
                .toBe(BEARER);
    }

    private static String word(String type, JsonNode member) {
        return type.matches("[\\x21-\\x7e]{1,40}") ? "\"" + type + "\"" : Members.gist(member);
    }

    @Check("6749-5.1-token-expires-in")
    void theAnswerSaysHowLongTheTokenLives(Devices devices, Judge judge, Grants grants) {
        Answer answer = grants.redeemed().token();
        JsonNode lifetime = answer.member("expires_in");

        judge.expect("expires_in", lifetime, Members::gist, answer)
                .otherwise("the client learns only by a failure that its token has ended")
                .toBe(present());
        Optional<Instant> end = devices.oracle()
                .attributes(answer.member("access_token").asText())
                .flatMap(Attributes::expiry);
        if (end.isPresent() && lifetime.isNumber()) {
            Instant issued = devices.protocol().authentication().time().of(answer);
            Duration real = Duration.between(issued, end.get());
            Duration way = Duration.ofNanos(answer.received() - answer.sent());
            judge.expect("expires_in", Duration.ofSeconds(lifetime.asLong()), d -> d.toSeconds() + " s", answer)
                    .otherwise("the client renews its token too late or too often")
                    .toBe(about(real, way));
        }
    }

    /** @param way how long the answer took at most; the token may have been made at its beginning */
    private static Outcome<Duration> about(Duration real, Duration way) {
        Duration precision = PRECISION.plusSeconds(1);
        return Outcome.of(
                "about " + real.toSeconds() + " s, as the token itself says",
                d -> d.compareTo(real.minus(precision)) >= 0
                        && d.compareTo(real.plus(way).plus(precision)) <= 0);
    }

    @Check("6749-5.1-no-store-token-response")
    void tokensAreNotStoredOnTheWay(Judge judge, Grants grants) {
        judgeCaching(judge, "the token answer", grants.redeemed().token());

        Answer refresh = grants.refreshed().refresh();
        if (refresh != null && refresh.tokens()) {
            judgeCaching(judge, "the refresh answer", refresh);
        }
    }

    private static void judgeCaching(Judge judge, String which, Answer answer) {
        judge.expect("Cache-Control of " + which, field(answer, "Cache-Control"), TokenAnswerChecks::quoted, answer)
                .otherwise("a cache on the way may keep the token")
                .toBe(NO_STORE);
        judge.expect("Pragma of " + which, field(answer, "Pragma"), TokenAnswerChecks::quoted, answer)
                .tolerating(
                        ANYTHING, "RFC 6749 asks for no-cache; caches have given the field up, and so has OAuth 2.1")
                .toBe(NO_CACHE);
    }

    private static String field(Answer answer, String name) {
        return String.join(", ", answer.headerValues(name));
    }

    private static String quoted(String field) {
        String shown = field.replaceAll("[^\\x20-\\x7e]", "?");
        return field.isEmpty()
                ? "no such header field"
                : "\"" + shown.substring(0, Math.min(80, shown.length())) + "\"";
    }

    private static boolean hasDirective(String field, String directive) {
        return Arrays.stream(field.split(",", -1)).map(String::strip).anyMatch(directive::equalsIgnoreCase);
    }
}
