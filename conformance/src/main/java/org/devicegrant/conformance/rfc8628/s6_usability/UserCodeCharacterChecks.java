package org.devicegrant.conformance.rfc8628.s6_usability;

import static org.devicegrant.conformance.assertion.Outcome.is;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Inconclusive;

/** The characters of user codes. */
class UserCodeCharacterChecks {
    private static final int FEWEST_SAMPLES = 10;
    private static final int LONGEST = 12;
    private static final List<String> MISTAKEN = List.of("0O", "1I", "1l", "Il");

    @Check("8628-6.1-user-code-typable")
    void userCodesAreEasilyReadAndTyped(Judge judge, Grants grants) {
        List<Answer> samples = grants.samples().stream().filter(Answer::codes).toList();
        List<String> codes =
                samples.stream().map(a -> a.member("user_code").asText()).toList();
        if (codes.size() < FEWEST_SAMPLES) {
            throw new Inconclusive(
                    "only " + codes.size() + " codes could be had to look at", "lift the rate limit for the harness");
        }
        String all = String.join("", codes);

        judge.expect("the characters of user codes", typable(all), Function.identity(), samples)
                .otherwise("the code cannot be entered on a phone")
                .toBe(is("visible ASCII"));
        judge.expect("user codes", blemishes(codes, all), Function.identity(), samples)
                .tolerating(Outcome.of("blemishes", words -> !words.isEmpty()), "people misread and mistype them")
                .toBe(Outcome.of("few characters that cannot be mistaken", String::isEmpty));
    }

    private static String typable(String all) {
        return all.chars().allMatch(c -> c >= 0x20 && c <= 0x7e) ? "visible ASCII" : "characters that no keyboard has";
    }

    private static String blemishes(List<String> codes, String all) {
        List<String> blemishes = new ArrayList<>();
        if (all.matches(".*[a-z].*") && all.matches(".*[A-Z].*")) {
            blemishes.add("capital and small letters");
        }
        for (String pair : MISTAKEN) {
            if (pair.chars().allMatch(c -> all.indexOf(c) >= 0)) {
                blemishes.add("both " + pair.charAt(0) + " and " + pair.charAt(1));
            }
        }
        if (codes.stream().mapToInt(UserCodeCharacterChecks::significant).max().orElse(0) > LONGEST) {
            blemishes.add("more than " + LONGEST + " characters");
        }
        if (all.matches(".*[^A-Za-z0-9 -].*")) {
            blemishes.add("separators other than dash and blank");
        }
        if (all.matches("(?i).*[aeiou].*")) {
            blemishes.add("vowels, hence words");
        }
        return String.join(", ", blemishes);
    }

    private static int significant(String code) {
        return code.replaceAll("[^A-Za-z0-9]", "").length();
    }
}
