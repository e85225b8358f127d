package org.devicegrant.conformance.rfc6749.s10_security;

import static org.devicegrant.conformance.assertion.Outcome.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.devicegrant.conformance.assertion.CodeSpace;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.protocol.Json;
import org.devicegrant.conformance.user.Users;

/** How hard it is to guess what only programs handle. */
class CredentialStrengthChecks {
    private static final int FEWEST_SAMPLES = 10;
    private static final int RECOMMENDED_BITS = 160;
    /** Below this a random UUID, with its 122 bits, is not the reason. */
    private static final int LEAST_BITS = 100;

    @Check("6749-10.10-credential-entropy")
    void deviceCodesAndTokensCannotBeGuessed(Judge judge, Grants grants, Users users) {
        List<Answer> samples = grants.samples().stream().filter(Answer::codes).toList();
        if (samples.size() < FEWEST_SAMPLES) {
            throw new Inconclusive(
                    "only " + samples.size() + " codes could be had to look at", "lift the rate limit for the harness");
        }
        List<String> codes =
                samples.stream().map(a -> a.member("device_code").asText()).toList();

        expectEnough(judge, "the varying part of device_code", new CodeSpace(codes).bits(), samples);
        expectSigned(judge, "device_code", codes.get(0), samples);

        users.requireDecisions("what tokens look like");
        Answer token = grants.redeemed().token();
        for (String member : List.of("access_token", "refresh_token")) {
            JsonNode node = token.member(member);
            if (node.isTextual()) {
                expectEnough(judge, member, most(node.textValue()), List.of(token));
                expectSigned(judge, member, node.textValue(), List.of(token));
            }
        }
    }

    /** One value alone tells only how much it can hold. */
    private static double most(String value) {
        return value.length() * Math.log(CodeSpace.alphabet(List.of(value))) / Math.log(2);
    }

    private static void expectEnough(Judge judge, String subject, double bits, List<Answer> evidence) {
        judge.expect(subject, (int) bits, b -> "at most " + b + " bits", evidence)
                .tolerating(
                        Outcome.of("fewer", b -> b >= LEAST_BITS && b < RECOMMENDED_BITS),
                        "RFC 6749 section 10.10 recommends 160 bits; a random UUID has 122")
                .otherwise("it can be guessed or computed")
                .toBe(Outcome.of("at least " + RECOMMENDED_BITS + " random bits", b -> b >= RECOMMENDED_BITS));
    }

    private static void expectSigned(Judge judge, String subject, String value, List<Answer> evidence) {
        judge.expect(
                        subject,
                        unsigned(value) ? "a JWT with alg none" : "none that anybody can make",
                        Function.identity(),
                        evidence)
                .otherwise("anybody can make one")
                .toBe(is("none that anybody can make"));
    }

    private static boolean unsigned(String value) {
        String[] parts = value.split("\\.", -1);
        return parts.length == 3
                && header(parts[0])
                        .filter(header -> header.path("alg").asText().equalsIgnoreCase("none"))
                        .isPresent();
    }

    private static Optional<JsonNode> header(String encoded) {
        try {
            return Json.parse(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
