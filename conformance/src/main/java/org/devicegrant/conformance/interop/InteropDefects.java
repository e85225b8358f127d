package org.devicegrant.conformance.interop;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Request;

/** Habits of servers that break ordinary clients. */
public final class InteropDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "sendsNullDescriptions",
                        "Errors without a description carry a null",
                        Set.of("oauth21-json-no-null-members"),
                        "Optional members of *: expected a value or no such member, got error_description null*",
                        b -> b.onToken((request, answer) ->
                                answer.has("error") ? answer.set("error_description", null) : answer)),
                new Defect(
                        "answersInFormEncodingUnlessAsked",
                        "Without Accept the codes come form-encoded",
                        Set.of("interop-json-without-accept"),
                        "A device authorization request with no header but Content-Type: expected codes as JSON, got 200 application/x-www-form-urlencoded*",
                        b -> b.onDevice(
                                (request, answer) -> request.header("Accept").isEmpty() ? asForm(answer) : answer)),
                new Defect(
                        "redirectsToATrailingSlash",
                        "The device authorization endpoint redirects to itself with a slash",
                        Set.of("interop-no-redirects-on-json-endpoints"),
                        "The status of *: expected no redirect, got 301*",
                        b -> b.onDevice((request, answer) -> Answer.redirect(301, request.path() + "/"))),
                new Defect(
                        "failsOnTruncatedEscapes",
                        "A truncated escape in the device code ends in a server error",
                        Set.of("interop-no-server-error-on-client-input"),
                        "Device_code with a truncated escape: expected no server error, got 500*",
                        b -> b.onToken((request, answer) ->
                                request.text().endsWith("%4") ? Answer.text(500, "text/plain", "Oops") : answer)),
                new Defect(
                        "evaluatesExpressions",
                        "What a client sends as scope is evaluated as a template",
                        Set.of("interop-no-server-error-on-client-input"),
                        "*the answer to scope with a dollar expression: expected nothing injected*",
                        b -> b.onDevice((request, answer) -> request.text().contains("%24%7B991*997%7D")
                                ? answer.set("error_description", "Scope 988027 is unknown")
                                : answer)),
                new Defect(
                        "failsOnOddUserCodes",
                        "A quote in the user code ends in a server error",
                        Set.of("interop-no-server-error-on-client-input"),
                        "The worst status of the code entry page: expected no server error, got 500*",
                        b -> b.onPage((request, answer) ->
                                request.text().contains("OR+1") ? Answer.text(500, "text/html", "<p>Sorry") : answer)),
                new Defect(
                                "speaksNoXml",
                                "A client that takes XML alone is answered 406",
                                Set.of("interop-json-without-accept"),
                                "A device authorization request with Accept: application/xml got 406*: there is one format,"
                                        + " so there is nothing to negotiate; A poll with Accept: application/xml got 406*",
                                b -> b.onDevice(InteropDefects::negotiated).onToken(InteropDefects::negotiated))
                        .onlyWarnedAbout());
    }

    private static Answer negotiated(Request request, Answer answer) {
        return request.header("Accept").filter("application/xml"::equals).isPresent() ? Answer.of(406) : answer;
    }

    private static Answer asForm(Answer answer) {
        String form = Stream.of("device_code", "user_code")
                .map(name -> name + "=" + answer.textOf(name).orElse(""))
                .collect(Collectors.joining("&"));
        return answer.body(form).header("Content-Type", "application/x-www-form-urlencoded");
    }
}
