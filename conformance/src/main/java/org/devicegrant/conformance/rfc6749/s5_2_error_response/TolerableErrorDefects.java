package org.devicegrant.conformance.rfc6749.s5_2_error_response;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;

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
                        .onlyWarnedAbout());
    }

    private static void withoutRealm(Behaviour server) {
        server.onDevice((request, answer) -> bare(answer)).onToken((request, answer) -> bare(answer));
    }

    private static Answer bare(Answer answer) {
        return answer.status() == 401 ? answer.header("WWW-Authenticate", "Basic") : answer;
    }
}
