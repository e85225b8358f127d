package org.devicegrant.conformance.rfc6749.s5_2_error_response;

import static org.devicegrant.conformance.embedded.http.Endpoint.DEVICE_AUTHORIZATION;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Answer;

/** Errors in the wrong form, and errors that do not come. */
public final class ErrorDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "wrapsTheErrorIntoAnObject",
                        "error holds an object for people, and the code is elsewhere",
                        Set.of("6749-5.2-error-json-object"),
                        "The refusal of *: expected a JSON object with the error as a string, got error as JSON object*",
                        b -> b.onToken((request, answer) -> wrapped(answer))),
                new Defect(
                        "refusesWithoutABody",
                        "A refused device authorization request gets an empty body",
                        Set.of("6749-5.2-error-json-object", "8628-3.1-missing-client-id"),
                        "*a*, got *empty body*",
                        b -> b.onDevice((request, answer) -> answer.isSuccess() ? answer : answer.body(""))),
                new Defect(
                        "quotesParametersInDescriptions",
                        "The description of authorization_pending has a line break and quoted names",
                        Set.of("6749-5.2-error-charset"),
                        "The error members of *: expected printable ASCII*, got a line break, a double quote in error_description*",
                        b -> b.onToken((request, answer) -> answer.hasError("authorization_pending")
                                ? answer.set("error_description", "Wait\r\n\"interval\" seconds")
                                : answer)),
                new Defect(
                        "answersPendingWithStatus401",
                        "authorization_pending comes with status 401",
                        Set.of("6749-5.2-error-status-400"),
                        "The status of authorization_pending*: expected 400 or 401 for invalid_client, got 401*",
                        b -> b.onToken((request, answer) ->
                                answer.hasError("authorization_pending") ? answer.status(401) : answer)),
                new Defect(
                        "refusesWithStatus200",
                        "Errors of the token endpoint come with status 200",
                        Set.of("6749-5.2-error-status-400"),
                        "*, got 200; clients take it for a success*",
                        b -> b.onToken((request, answer) -> answer.has("error") ? answer.status(200) : answer)),
                new Defect(
                        "checksTheGrantTypeOfAClientTooLate",
                        "Codes are issued to clients that may not redeem them",
                        Set.of("6749-5.2-unauthorized-client"),
                        "A device authorization request of a client without the grant: expected unauthorized_client, got 200 with codes*",
                        b -> b.authentication()
                                .around((attempt, next) -> attempt.endpoint() == DEVICE_AUTHORIZATION
                                        ? next.apply(attempt).withGrantTypes(Set.of(Client.DEVICE_GRANT))
                                        : next.apply(attempt))),
                new Defect(
                        "forgetsWhoseCodeItIs",
                        "Any client can redeem a code",
                        Set.of("6749-5.2-foreign-device-code"),
                        "A poll of another client with a pending code: expected invalid_grant, got 400 authorization_pending*"
                                + "a poll of another client with an approved code: expected invalid_grant, got 200 with a token*",
                        b -> b.polling().clientCompared(false)));
    }

    private static Answer wrapped(Answer answer) {
        return answer.textOf("error")
                .map(code -> answer.set("errorCode", code).set("error", Map.of("message", "Please wait")))
                .orElse(answer);
    }
}
