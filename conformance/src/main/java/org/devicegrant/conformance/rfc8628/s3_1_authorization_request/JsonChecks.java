package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Outcome.is;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Passive;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.protocol.Json;

/** Response parameters occur once, in JSON that every parser reads alike. */
@Passive
class JsonChecks {
    private static final String SOUND = "well-formed JSON in UTF-8 with every member once";
    private static final String REPEATS_OTHERS = "a repeated member that no RFC defines";
    private static final Set<String> DEFINED = Set.of(
            "device_code",
            "user_code",
            "verification_uri",
            "verification_uri_complete",
            "expires_in",
            "interval",
            "access_token",
            "token_type",
            "refresh_token",
            "scope",
            "error",
            "error_description",
            "error_uri");

    @Check("8628-3.1-json-well-formed")
    void noResponseParameterIsRepeatedOrUnreadable(Judge judge, Transcript transcript) {
        List<Answer> answers = transcript.grantAnswers().stream()
                .filter(JsonChecks::claimsToBeJson)
                .toList();

        for (Sighting<String> sighting : Sighting.of(answers, JsonChecks::form)) {
            judge.expect("the body", sighting, Function.identity())
                    .tolerating(is(REPEATS_OTHERS), "parsers differ in which of the two they take")
                    .otherwise("clients read it differently or not at all")
                    .toBe(is(SOUND));
        }
    }

    private static boolean claimsToBeJson(Answer answer) {
        boolean labelled = answer.mediaType().matches("application/(.+\\+)?json");
        return answer.body().length > 0
                && !answer.cut()
                && (labelled || answer.text().startsWith("{"));
    }

    private static String form(Answer answer) {
        if (!answer.validUtf8()) {
            return "malformed UTF-8";
        } else if (answer.text().startsWith("\uFEFF")) {
            return "a byte order mark";
        }
        Set<String> repeated = Json.repeatedMembers(answer.text());
        Set<String> defined =
                Set.copyOf(repeated.stream().filter(DEFINED::contains).toList());
        if (!defined.isEmpty()) {
            return String.join(" and ", defined) + " twice";
        } else if (Json.parse(answer.text()).isEmpty()) {
            return "malformed JSON";
        }
        return repeated.isEmpty() ? SOUND : REPEATS_OTHERS;
    }
}
