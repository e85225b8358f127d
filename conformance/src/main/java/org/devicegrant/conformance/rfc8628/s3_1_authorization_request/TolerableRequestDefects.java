package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.embedded.http.Endpoint.DEVICE_AUTHORIZATION;
import static org.devicegrant.conformance.embedded.http.Endpoint.TOKEN;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Around;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.FormRules;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;

/** Requests that are taken or refused in a way that deserves no more than a warning. */
public final class TolerableRequestDefects implements DefectSource {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "forbidsStrangers",
                                "Answers 403 to whoever is no client",
                                Set.of(
                                        "8628-3.1-missing-client-id",
                                        "8628-3.1-unknown-client-id",
                                        "8628-3.4-missing-client-id-token"),
                                "*got 403 *: it is refused, but not with the code that is defined for this*",
                                TolerableRequestDefects::forbidding)
                        .onlyWarnedAbout(),
                new Defect(
                                "overlooksARepetition",
                                "A parameter that is sent twice with the same value counts once",
                                Set.of("8628-3.1-repeated-parameters"),
                                "A device authorization with client_id twice, both alike got 200 with codes: a repeated"
                                        + " parameter is let through*",
                                b -> b.parsing().around((request, next) -> next.apply(withoutRepetition(request))))
                        .onlyWarnedAbout(),
                new Defect(
                                "choosesOneOfTwoScopes",
                                "Of a repeated scope the first value counts",
                                Set.of("8628-3.1-repeated-parameters"),
                                "A device authorization with two scopes got 200 with codes: joining or choosing is a guess*",
                                b -> b.parsing().known().remove("scope"))
                        .onlyWarnedAbout(),
                new Defect(
                                "takesJsonAndRefusesTheRestWithoutAWord",
                                "Reads parameters from JSON, and answers any other type with a bare 415",
                                Set.of("8628-3.1-other-content-types"),
                                "A device authorization request as JSON got 200 with codes: no RFC defines this format here;"
                                        + " *as multipart/form-data got 415*: clients expect a JSON error*",
                                TolerableRequestDefects::multilingual)
                        .onlyWarnedAbout(),
                new Defect(
                                "stumblesOverAnAmpersandAtTheEnd",
                                "Takes the nothing behind a trailing ampersand for a malformed parameter",
                                Set.of("8628-3.1-form-encoding"),
                                "*with a trailing ampersand got 400 invalid_request: few clients write so*",
                                b -> b.parsing().around(TolerableRequestDefects::withoutAnEnd))
                        .onlyWarnedAbout(),
                new Defect(
                                "repeatsAMemberOfItsOwn",
                                "The response holds a member twice that no RFC defines",
                                Set.of("8628-3.1-json-well-formed"),
                                "The body of *got a repeated member that no RFC defines: parsers differ*",
                                b -> b.onDevice((request, answer) -> answer.isSuccess()
                                        ? answer.editText(text -> text.replaceFirst("\\}$", ",\"x\":1,\"x\":2}"))
                                        : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "namesNoMethodThatWorks",
                                "A 405 says nothing of the methods that are allowed",
                                Set.of("8628-3.1-get-not-processed"),
                                "GET at the device authorization endpoint got 405*: a 405 names the methods that work in Allow*",
                                b -> b.onDevice((request, answer) -> answer.withoutHeader("Allow")))
                        .onlyWarnedAbout(),
                new Defect(
                                "readsTheQueryToo",
                                "Takes from the query what the body lacks, but for credentials",
                                Set.of("8628-3.1-query-parameters-not-honoured"),
                                "*in the query got 200 with codes: *logs*",
                                TolerableRequestDefects::readingTheQuery)
                        .onlyWarnedAbout(),
                new Defect(
                                "refusesWhatItCouldOverlook",
                                "Refuses any query, a Basic header without a password, and parameters of other grants",
                                Set.of(
                                        "8628-3.1-empty-parameters-as-omitted",
                                        "8628-3.1-query-parameters-not-honoured",
                                        "8628-3.1-unknown-parameters-ignored"),
                                "*got 400 invalid_request: *",
                                b -> b.parsing().around(TolerableRequestDefects::narrowMinded))
                        .onlyWarnedAbout(),
                new Defect(
                                "tellsEmptyFromMissing",
                                "Refuses an empty parameter in other words than a missing one",
                                Set.of("8628-3.1-empty-parameters-as-omitted"),
                                "A device authorization request with an empty client_id got 400 invalid_client: without"
                                        + " client_id the answer is 400 invalid_request; *with an empty scope got 400"
                                        + " invalid_request: without scope the answer is 400 invalid_scope*",
                                b -> b.parsing().around(TolerableRequestDefects::distinguishing))
                        .onlyWarnedAbout());
    }

    private static void forbidding(Behaviour server) {
        Around<Request, Answer> guard =
                (request, next) -> ofAClient(server, request) ? next.apply(request) : forbidden();
        server.around(DEVICE_AUTHORIZATION, guard).around(TOKEN, guard);
    }

    private static boolean ofAClient(Behaviour server, Request request) {
        return request.header("Authorization").isPresent()
                || request.form().has("client_assertion")
                || request.form()
                        .value("client_id")
                        .flatMap(server.clients()::find)
                        .isPresent();
    }

    private static Answer forbidden() {
        return Refusal.invalidClient("Strangers are not served").status(403).answer(true);
    }

    private static Request withoutRepetition(Request request) {
        return request.withBody(
                Arrays.stream(request.text().split("&", -1)).distinct().collect(Collectors.joining("&")));
    }

    private static void multilingual(Behaviour server) {
        server.parsing().jsonToo(true);
        server.around(DEVICE_AUTHORIZATION, TolerableRequestDefects::silentAboutTypes)
                .around(TOKEN, TolerableRequestDefects::silentAboutTypes);
    }

    private static Answer silentAboutTypes(Request request, Function<Request, Answer> next) {
        String type = request.header("Content-Type").orElse("");
        return !request.isPost() || type.startsWith(FORM) || type.startsWith(JSON)
                ? next.apply(request)
                : Answer.of(415);
    }

    private static void readingTheQuery(Behaviour server) {
        server.parsing()
                .query(FormRules.Query.FALLBACK)
                .around((request, next) -> next.apply(request.withQuery(request.query()
                        .map(query -> query.replaceAll("&?client_(secret|assertion(_type)?)=[^&]*", ""))
                        .orElse(null))));
    }

    private static Form withoutAnEnd(Request request, Function<Request, Form> next) {
        if (request.text().endsWith("&")) {
            throw Refusal.invalidRequest("The body is malformed");
        }
        return next.apply(request);
    }

    private static Form narrowMinded(Request request, Function<Request, Form> next) {
        boolean bare = request.header("Authorization")
                .filter(header -> header.startsWith("Basic "))
                .map(header -> new String(decoded(header.substring(6)), StandardCharsets.UTF_8))
                .filter(pair -> pair.endsWith(":"))
                .isPresent();
        if (bare || request.query().isPresent() || request.text().contains("redirect_uri=")) {
            throw Refusal.invalidRequest("There is more than is needed");
        }
        return next.apply(request);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static Form distinguishing(Request request, Function<Request, Form> next) {
        List<String> pairs = Arrays.asList(request.text().split("&", -1));
        boolean proved =
                request.header("Authorization").isPresent() || request.text().contains("client_assertion=");
        if (pairs.contains("client_id=") && !proved) {
            throw Refusal.invalidClient("The client is unknown");
        }
        boolean start = request.path().endsWith("/device_authorization");
        if (start && pairs.contains("scope=")) {
            throw Refusal.invalidRequest("The scope is empty");
        }
        if (start
                && pairs.stream().noneMatch(pair -> pair.startsWith("scope="))
                && pairs.stream().anyMatch(pair -> pair.startsWith("client_id="))) {
            throw Refusal.invalidScope("A scope is needed");
        }
        return next.apply(request);
    }
}
