package org.devicegrant.conformance.rfc6749.s5_2_error_response;

import static org.devicegrant.conformance.assertion.Outcome.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Passive;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** The form of every refusal of the two endpoints. */
@Passive
class ErrorFormChecks {
    private static final String SOUND = "a JSON object with the error as a string";
    /** Often sent by the HTTP stack before any OAuth code runs. */
    private static final Set<Integer> OF_THE_STACK = Set.of(404, 405, 406, 413, 414, 415, 429, 431);

    @Check("6749-5.2-error-json-object")
    void everyRefusalIsAJsonObjectWithAnErrorCode(Judge judge, Transcript transcript) {
        List<Answer> refusals = seen(transcript.grantAnswers().stream()
                .filter(a -> a.status() / 100 == 4 && !OF_THE_STACK.contains(a.status()))
                .toList());

        for (Sighting<String> sighting : Sighting.of(refusals, ErrorFormChecks::form)) {
            judge.expect("the refusal", sighting, Function.identity())
                    .otherwise("a device cannot tell whether to go on polling")
                    .toBe(is(SOUND));
        }
    }

    private static String form(Answer answer) {
        JsonNode error = answer.member("error");
        if (answer.body().length == 0) {
            return "an empty body";
        } else if (answer.json().isEmpty()) {
            return "a body that is no JSON object";
        } else if (error.isTextual() && !error.textValue().isEmpty()) {
            return SOUND;
        }
        return error.isMissingNode() ? "a JSON object without error" : "error as " + Members.gist(error);
    }

    /** An OAuth error and the status it came with. */
    private record Refusal(String code, int status) {
        static Refusal of(Answer answer) {
            String code = String.valueOf(answer.error());
            return new Refusal(ErrorCodes.REGISTERED.contains(code) ? code : "a private error code", answer.status());
        }
    }

    @Check("6749-5.2-error-status-400")
    void everyErrorHasStatus400Or401ForInvalidClient(Judge judge, Transcript transcript) {
        List<Answer> errors = seen(transcript.grantAnswers().stream()
                .filter(a -> a.error() != null)
                .filter(a -> !OF_THE_STACK.contains(a.status()) || a.pending())
                .toList());

        for (Sighting<Refusal> sighting : Sighting.of(errors, Refusal::of)) {
            String code = sighting.what().code();
            judge.expect("the status of " + code, sighting, refusal -> String.valueOf(refusal.status()))
                    .tolerating(
                            with(ErrorCodes.SLOW_DOWN, 429), "generic clients look at the status before the error code")
                    .tolerating(
                            with(ErrorCodes.ACCESS_DENIED, 403),
                            "generic clients look at the status before the error code")
                    .otherwise(consequence(sighting.what().status()))
                    .toBe(
                            Outcome.of("400", refusal -> refusal.status() == 400),
                            Outcome.of(
                                    "401 for invalid_client",
                                    refusal -> refusal.equals(new Refusal(ErrorCodes.INVALID_CLIENT, 401))));
        }
    }

    private static Outcome<Refusal> with(String code, int status) {
        return Outcome.of(String.valueOf(status), new Refusal(code, status)::equals);
    }

    private static String consequence(int status) {
        return status / 100 == 2
                ? "clients take it for a success"
                : "clients that look at the status first take it for another fault (some large providers do this on"
                        + " purpose, for clients of their own)";
    }

    private static List<Answer> seen(List<Answer> answers) {
        if (answers.isEmpty()) {
            throw new Inconclusive("no error answer was seen in this run", "run more checks together with this one");
        }
        return answers;
    }
}
