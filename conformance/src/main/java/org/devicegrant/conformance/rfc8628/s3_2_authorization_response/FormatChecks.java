package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import static org.devicegrant.conformance.assertion.Outcome.is;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Passive;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Transcript;

/** The format of everything that the two endpoints say. */
@Passive
class FormatChecks {
    private static final String JSON = "application/json";
    private static final String OTHER_CHARSET = "application/json in another charset than UTF-8";
    /** Often sent by the HTTP stack before any OAuth code runs. */
    private static final Set<Integer> OF_THE_STACK = Set.of(405, 406, 413, 414, 415, 429, 431);

    @Check("8628-3.2-content-type-json")
    void everyAnswerIsLabelledAsJson(Judge judge, Transcript transcript) {
        List<Answer> answers = transcript.grantAnswers().stream()
                .filter(FormatChecks::saysSomething)
                .toList();

        for (Sighting<String> sighting : Sighting.of(answers, FormatChecks::label)) {
            judge.expect("the media type", sighting, Function.identity())
                    .tolerating(is(OTHER_CHARSET), "JSON is always UTF-8")
                    .tolerating(
                            Outcome.of("a +json type", type -> type.endsWith("+json")),
                            "generic clients know application/json only")
                    .otherwise("clients that look at it cannot read the answer")
                    .toBe(is(JSON));
        }
    }

    private static boolean saysSomething(Answer answer) {
        int kind = answer.status() / 100;
        return (kind == 2 || kind == 4) && answer.body().length > 0 && !OF_THE_STACK.contains(answer.status());
    }

    private static String label(Answer answer) {
        String type = answer.mediaType();
        if (type.equals(JSON)) {
            return charset(answer).matches("|utf-?8") ? JSON : OTHER_CHARSET;
        }
        return type.isEmpty() ? "no Content-Type" : type.replaceAll("[^a-z0-9/+.-]", "?");
    }

    private static String charset(Answer answer) {
        String label = String.valueOf(answer.header("Content-Type")).toLowerCase(Locale.ROOT);
        int at = label.indexOf("charset=");
        return at < 0
                ? ""
                : label.substring(at + 8).split(";", 2)[0].replace("\"", "").strip();
    }
}
