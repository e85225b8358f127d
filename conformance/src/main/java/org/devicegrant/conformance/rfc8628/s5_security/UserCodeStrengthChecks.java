package org.devicegrant.conformance.rfc8628.s5_security;

import static org.devicegrant.conformance.assertion.Outcome.is;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.devicegrant.conformance.assertion.CodeSpace;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Inconclusive;

/** How hard user codes are to guess. */
class UserCodeStrengthChecks {
    private static final int FEWEST_SAMPLES = 10;
    /** Eight characters of an alphabet of twenty, the RFC's own example. */
    private static final int ENOUGH_BITS = 34;

    private static final int FEWEST_SYMBOLS = 4;
    private static final String NO_PATTERN = "no pattern";
    private static final String UNEVEN = "symbols that chance would not give so often or so seldom";

    @Check("8628-5.1-user-code-entropy")
    void userCodesAreRandomAndManyEnough(Judge judge, Grants grants) {
        List<Answer> samples = grants.samples().stream().filter(Answer::codes).toList();
        if (samples.size() < FEWEST_SAMPLES) {
            throw new Inconclusive(
                    "only " + samples.size() + " codes could be had to look at", "lift the rate limit for the harness");
        }
        CodeSpace space = new CodeSpace(samples.stream()
                .map(a -> significant(a.member("user_code").asText()))
                .toList());

        judge.expect("the user codes of " + samples.size() + " responses", pattern(space), Function.identity(), samples)
                .tolerating(is(UNEVEN), "guesses that follow the pattern hit more often")
                .otherwise("who has one code can guess the next")
                .toBe(is(NO_PATTERN));
        judge.expect("the space of user codes", (int) space.bits(), bits -> "about " + bits + " bits", samples)
                .tolerating(
                        Outcome.of("less", bits -> bits < ENOUGH_BITS),
                        "guessing must be held off by the limit on attempts alone (see 8628-5.1-user-code-rate-limit)")
                .toBe(Outcome.of("at least " + ENOUGH_BITS + " bits", bits -> bits >= ENOUGH_BITS));
    }

    private static String significant(String userCode) {
        return userCode.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static String pattern(CodeSpace space) {
        if (space.halfIsConstant()) {
            return "the same characters in half of each code";
        } else if (space.closeTogether()) {
            return "numbers that lie close together";
        }
        return space.fewestSymbols() < FEWEST_SYMBOLS || space.biased() ? UNEVEN : NO_PATTERN;
    }
}
