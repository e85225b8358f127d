package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import static org.devicegrant.conformance.assertion.Answers.object;
import static org.devicegrant.conformance.assertion.Members.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;

/** The two codes of the device authorization response. */
class CodeChecks {
    private static final int FEWEST_SAMPLES = 10;
    private static final Outcome<JsonNode> VISIBLE_ASCII = Outcome.of(
            "a non-empty string of visible ASCII",
            n -> n.isTextual() && n.textValue().matches("[\\x20-\\x7e]+"));

    @Check("8628-3.2-device-code-present")
    void deviceCodeIsANonEmptyString(Devices devices, Judge judge) {
        Answer answer = judge.control("a device authorization request", devices.send(devices.request()), object());

        judge.expect("device_code", answer.member("device_code"), CodeChecks::gist, answer)
                .tolerating(text(), "it holds characters outside visible ASCII, which form libraries treat differently")
                .otherwise("without it no device can poll")
                .toBe(VISIBLE_ASCII);
    }

    @Check("8628-3.2-user-code-present")
    void userCodeIsANonEmptyStringEvenOfDigitsOnly(Judge judge, Grants grants) {
        List<Answer> samples =
                enough(grants.samples().stream().filter(object()::matches).toList());

        for (Sighting<String> sighting : Sighting.of(samples, a -> gist(a.member("user_code")))) {
            judge.expect("user_code", sighting, Function.identity())
                    .otherwise("a device cannot show it as it is; a number loses its leading zeros")
                    .toBe(Outcome.of("a non-empty string", "a string"::equals));
        }
    }

    @Check("8628-3.2-codes-unique")
    void noTwoSessionsShareACode(Judge judge, Grants grants) {
        List<Answer> samples =
                enough(grants.samples().stream().filter(Answer::codes).toList());

        judge.expect("the device codes", distinct(samples, "device_code", code -> code), words(samples), samples)
                .otherwise("two devices share one authorization")
                .toBe(all(samples));
        requireAllAliveAtOnce(samples);
        judge.expect("the user codes", distinct(samples, "user_code", CodeChecks::normalised), words(samples), samples)
                .otherwise("a user may approve somebody else's device")
                .toBe(all(samples));
    }

    /** A code that is a number is still a code, and not to be shown. */
    private static String gist(JsonNode code) {
        return code.isNumber() ? "a number" : Members.gist(code);
    }

    private static List<Answer> enough(List<Answer> samples) {
        if (samples.size() < FEWEST_SAMPLES) {
            throw new Inconclusive(
                    "only " + samples.size() + " of 40 device authorization requests were answered with codes",
                    "lift the rate limit for the harness");
        }
        return samples;
    }

    /** A user code may be issued again once it is dead. */
    private static void requireAllAliveAtOnce(List<Answer> samples) {
        Answer first = samples.get(0);
        Duration taken = Duration.ofNanos(samples.get(samples.size() - 1).received() - first.sent());
        long lifetime = first.member("expires_in").asLong(Long.MAX_VALUE);
        if (taken.toSeconds() >= lifetime) {
            throw new Inconclusive(
                    "the codes live for " + lifetime + " s, and it took " + taken.toSeconds() + " s to get them all",
                    "configure a longer lifetime for a test client");
        }
    }

    private static long distinct(List<Answer> samples, String member, Function<String, String> form) {
        return samples.stream()
                .map(a -> form.apply(a.member(member).asText()))
                .distinct()
                .count();
    }

    private static String normalised(String userCode) {
        return userCode.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static Function<Long, String> words(List<Answer> samples) {
        return distinct -> distinct + " different ones in " + samples.size() + " responses";
    }

    private static Outcome<Long> all(List<Answer> samples) {
        return Outcome.of(samples.size() + " different ones", distinct -> distinct == samples.size());
    }
}
