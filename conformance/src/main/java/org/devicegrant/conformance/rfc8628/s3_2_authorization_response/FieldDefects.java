package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import static org.devicegrant.conformance.embedded.http.Endpoint.DEVICE_AUTHORIZATION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.UserCodes;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Around;
import org.devicegrant.conformance.embedded.http.Request;

/** Members of the device authorization response that are missing, misnamed or of the wrong type. */
public final class FieldDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "answersCreated",
                        "Codes are issued with status 201",
                        Set.of("8628-3.2-status-200"),
                        "*expected status 200 with a JSON object, got 201*",
                        b -> b.onDevice((request, answer) -> answer.isSuccess() ? answer.status(201) : answer)),
                new Defect(
                        "namesTheDeviceCodeInCamelCase",
                        "The device code is called deviceCode",
                        Set.of("8628-3.2-device-code-present"),
                        "Device_code: expected a non-empty string*, got no such member*",
                        b -> b.onDevice((request, answer) -> answer.rename("device_code", "deviceCode"))),
                new Defect(
                        "sendsNumericUserCodesAsNumbers",
                        "A user code of digits is a JSON number",
                        Set.of("8628-3.2-user-code-present"),
                        "User_code*: expected a non-empty string, got a number*",
                        b -> {
                            // Without a zero in front, which a number would lose: that would be another defect.
                            b.codes().userCodes(UserCodes.of("123456789", 1, 9));
                            b.onDevice((request, answer) -> withNumber(answer));
                        }),
                new Defect(
                        "forgetsTheLifetime",
                        "The response does not tell how long the codes live",
                        Set.of("8628-3.2-expires-in-present"),
                        "Expires_in: expected a value, got no such member*",
                        b -> b.onDevice((request, answer) -> answer.remove("expires_in"))),
                new Defect(
                        "labelsErrorsAsText",
                        "Errors of the token endpoint are labelled as text",
                        Set.of("8628-3.2-content-type-json"),
                        "The media type of * (*poll*): expected application/json, got text/plain*",
                        b -> b.onToken((request, answer) ->
                                answer.isSuccess() ? answer : answer.header("Content-Type", "text/plain"))),
                new Defect(
                        "answersTwiceWithTheSameCodes",
                        "A request that was sent before gets the codes of the first one",
                        Set.of("8628-3.2-codes-unique"),
                        "The device codes: expected 40 different ones, got * different ones in 40 responses*",
                        b -> b.around(DEVICE_AUTHORIZATION, new EveryOtherAnswer())));
    }

    private static Answer withNumber(Answer answer) {
        return answer.textOf("user_code")
                .map(code -> answer.set("user_code", Long.parseLong(code)))
                .orElse(answer);
    }

    /** Keeps an answer for the next request too. */
    private static final class EveryOtherAnswer implements Around<Request, Answer> {
        private final Map<String, Answer> kept = new HashMap<>();

        @Override
        public synchronized Answer apply(Request request, Function<Request, Answer> next) {
            String asked = request.text() + request.header("Authorization").orElse("");
            Answer again = kept.remove(asked);
            if (again != null) {
                return again;
            }
            Answer fresh = next.apply(request);
            if (fresh.isSuccess()) {
                kept.put(asked, fresh);
            }
            return fresh;
        }
    }
}
