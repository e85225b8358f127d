package org.devicegrant.conformance.rfc6749.s5_2_error_response;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;

/** Refusals that end in the right way and are told in the wrong words. */
public final class TolerableErrorDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "challengesWithoutARealm",
                                "Challenges by the name of the scheme alone.",
                                Set.of("9110-401-www-authenticate", "6749-5.2-wrong-secret-basic"),
                                "*RFC 7617 asks for a realm*",
                                TolerableErrorDefects::withoutRealm)
                        .onlyWarnedAbout(),
                new Defect(
                                "callsABadScopeABadRequest",
                                "Answers invalid_request to a scope that it does not know.",
                                Set.of("6749-3.3-invalid-scope-device"),
                                "*is invalid_scope*",
                                server -> server.onDevice((request, answer) -> answer.hasError("invalid_scope")
                                        ? answer.set("error", "invalid_request")
                                        : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "callsAForbiddenGrantABadRequest",
                                "Answers invalid_request to a client that is not registered for the grant.",
                                Set.of("6749-5.2-unauthorized-client"),
                                "*is unauthorized_client*",
                                server -> server.onDevice((request, answer) -> answer.hasError("unauthorized_client")
                                        ? answer.set("error", "invalid_request")
                                        : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "garblesItsChallenge",
                                "Forgets the end of the quotation in a challenge.",
                                Set.of("9110-401-www-authenticate", "6749-5.2-wrong-secret-basic"),
                                "*few clients can read it*",
                                server -> challenging(server, "Basic realm=\"clients"))
                        .onlyWarnedAbout(),
                new Defect(
                                "callsAGarbledHeaderABadRequest",
                                "Answers 400 invalid_request to an Authorization header that is not Base64.",
                                Set.of("6749-5.2-wrong-secret-basic"),
                                "An Authorization header that is not Base64 at * got 400 invalid_request: the header was"
                                        + " used, so 401 with a challenge is asked for*",
                                server -> server.authentication().around((attempt, next) -> {
                                    if (attempt.request()
                                            .header("Authorization")
                                            .orElse("")
                                            .contains("!")) {
                                        throw Refusal.invalidRequest("The header is malformed");
                                    }
                                    return next.apply(attempt);
                                }))
                        .onlyWarnedAbout(),
                new Defect(
                                "isContentWithOneOfTwoProofs",
                                "Lets a client in that proves itself twice, if one of the proofs is right.",
                                Set.of("6749-5.2-multiple-auth-methods"),
                                "A right secret both in the header and in the body at * got *: which of two proofs counts"
                                        + " is left open*",
                                server -> server.authentication()
                                        .around((attempt, next) -> contentWithOne(server, attempt, next)))
                        .onlyWarnedAbout());
    }

    private static void withoutRealm(Behaviour server) {
        server.onDevice((request, answer) -> bare(answer)).onToken((request, answer) -> bare(answer));
    }

    private static void challenging(Behaviour server, String challenge) {
        BiFunction<Request, Answer, Answer> changed =
                (request, answer) -> answer.status() == 401 ? answer.header("WWW-Authenticate", challenge) : answer;
        server.onDevice(changed).onToken(changed);
    }

    /** A right secret in the body beside a header counts for nothing: the header is looked at then. */
    private static Client contentWithOne(Behaviour server, Attempt attempt, Function<Attempt, Client> next) {
        Form form = attempt.form();
        boolean right = form.value("client_id")
                .flatMap(server.clients()::find)
                .filter(client -> form.text("client_secret").equals(client.secret()))
                .isPresent();
        boolean twice = right && attempt.request().header("Authorization").isPresent();
        return next.apply(twice ? attempt.withForm(form.without("client_secret")) : attempt);
    }

    private static Answer bare(Answer answer) {
        return answer.status() == 401 ? answer.header("WWW-Authenticate", "Basic") : answer;
    }
}
