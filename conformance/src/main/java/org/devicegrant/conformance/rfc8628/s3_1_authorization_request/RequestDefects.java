package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.embedded.http.Endpoint.DEVICE_AUTHORIZATION;
import static org.devicegrant.conformance.embedded.http.Endpoint.TOKEN;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.FormRules;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;

/** Requests read too strictly, too loosely or from the wrong place. */
public final class RequestDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "refusesACharset",
                        "The media type of a form is compared letter by letter",
                        Set.of("8628-3.1-form-encoding"),
                        "A device authorization request with a charset parameter: expected codes, got 400 invalid_request*",
                        b -> b.parsing().contentType("application/x-www-form-urlencoded"::equals)),
                new Defect(
                        "knowsCapitalEscapesOnly",
                        "Escapes in small letters are not decoded",
                        Set.of("8628-3.1-form-encoding"),
                        "*with every byte of the values escaped in small letters: expected *",
                        b -> b.parsing().around((request, next) -> {
                            if (request.text().matches("(?s).*%[0-9A-F]?[a-f].*")) {
                                throw Refusal.invalidRequest("The body is malformed");
                            }
                            return next.apply(request);
                        })),
                new Defect(
                        "issuesCodesToAnyMethod",
                        "The device authorization endpoint takes parameters from a GET",
                        Set.of("8628-3.1-get-not-processed"),
                        "GET at the device authorization endpoint: expected a refusal or a page, got 200 with codes*",
                        b -> b.around(DEVICE_AUTHORIZATION, (request, next) -> next.apply(posted(request)))),
                new Defect(
                        "redeemsByAnyMethod",
                        "The token endpoint takes parameters from a GET",
                        Set.of("8628-3.1-get-not-processed"),
                        "A GET at the token endpoint with an approved code: expected a refusal or a page, got 200 with a token*",
                        b -> b.around(TOKEN, (request, next) -> next.apply(posted(request)))),
                new Defect(
                        "countsAnEmptyScopeAsAScope",
                        "An empty scope is compared with the registered ones",
                        Set.of("8628-3.1-empty-parameters-as-omitted"),
                        "A device authorization request with an empty scope: expected the answer to one without scope, got 400 invalid_scope*",
                        b -> b.parsing().around((request, next) -> keepingEmptyScope(request, next.apply(request)))),
                new Defect(
                        "refusesUnknownParameters",
                        "Only parameters that are known may be sent",
                        Set.of("8628-3.1-unknown-parameters-ignored"),
                        "A device authorization request with an unknown parameter: expected codes, got 400 invalid_request*",
                        b -> b.parsing().around((request, next) -> knownOnly(b, next.apply(request)))),
                new Defect(
                        "takesTheFirstOfTwo",
                        "Of a repeated parameter the first value counts",
                        Set.of("8628-3.1-repeated-parameters"),
                        "A device authorization with client_id twice, the right one first: expected invalid_request, got 200 with codes*",
                        b -> b.parsing().repeated(FormRules.Repeated.FIRST_WINS)),
                new Defect(
                        "takesTheLastDeviceCode",
                        "Of a repeated device_code the last value counts",
                        Set.of("8628-3.1-repeated-parameters"),
                        "A poll with device_code twice, the wrong one first: expected invalid_request, got 400 authorization_pending*",
                        b -> {
                            b.parsing().known().remove("device_code");
                            b.parsing().around((request, next) -> lastDeviceCode(next.apply(request)));
                        }),
                new Defect(
                        "failsOnJson",
                        "A JSON body ends in a server error",
                        Set.of("8628-3.1-other-content-types"),
                        "A device authorization request as JSON: expected a 4xx answer, got 500 *",
                        b -> b.onDevice((request, answer) -> json(request)
                                ? Answer.text(500, "text/html", "<h1>Internal Server Error</h1>")
                                : answer)),
                new Defect(
                        "showsAStackTrace",
                        "A body of another type is answered with a stack trace",
                        Set.of("8628-3.1-other-content-types"),
                        "The answer to a poll as JSON: expected no stack trace and no database message*",
                        b -> b.onToken((request, answer) -> json(request)
                                ? Answer.text(
                                        400,
                                        "text/plain",
                                        "java.io.IOException\n\tat org.example.Form.read(Form.java:42)")
                                : answer)),
                new Defect(
                        "prefersTheQuery",
                        "Parameters of the query win over those of the body",
                        Set.of("8628-3.1-query-parameters-not-honoured"),
                        "*A device authorization request with another client_id in the query: expected codes, got 401 invalid_client*",
                        b -> b.parsing().query(FormRules.Query.PREFERRED)),
                new Defect(
                        "repeatsTheInterval",
                        "The response names the interval twice",
                        Set.of("8628-3.1-json-well-formed"),
                        "The body of *: expected well-formed JSON*, got interval twice*",
                        b -> b.onDevice((request, answer) -> answer.isSuccess()
                                ? answer.editText(text -> text.replaceFirst("\\}$", ",\"interval\":10}"))
                                : answer)),
                new Defect(
                        "describesErrorsInLatin1",
                        "Descriptions are written in another charset than UTF-8",
                        Set.of("8628-3.1-json-well-formed"),
                        "The body of *: expected well-formed JSON*, got malformed UTF-8*",
                        b -> b.onToken(
                                (request, answer) -> answer.has("error") ? answer.body(latin1(answer)) : answer)));
    }

    private static byte[] latin1(Answer answer) {
        return answer.set("error_description", "D\u00e9sol\u00e9").text().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Request posted(Request request) {
        return request.isGet()
                ? request.withMethod("POST")
                        .withHeader("Content-Type", "application/x-www-form-urlencoded")
                        .withBody(request.query().orElse(""))
                        .withQuery(null)
                : request;
    }

    private static Form keepingEmptyScope(Request request, Form form) {
        boolean empty = Arrays.asList(request.text().split("&")).contains("scope=");
        return empty ? form.with("scope", "") : form;
    }

    private static Form knownOnly(Behaviour behaviour, Form form) {
        if (!behaviour.parsing().known().containsAll(form.names())) {
            throw Refusal.invalidRequest("A parameter is unknown");
        }
        return form;
    }

    private static Form lastDeviceCode(Form form) {
        List<String> values = form.values("device_code");
        return values.isEmpty() ? form : form.with("device_code", values.get(values.size() - 1));
    }

    private static boolean json(Request request) {
        return request.header("Content-Type").filter("application/json"::equals).isPresent();
    }
}
