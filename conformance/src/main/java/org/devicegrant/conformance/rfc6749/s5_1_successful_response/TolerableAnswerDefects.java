package org.devicegrant.conformance.rfc6749.s5_1_successful_response;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Request;

/** Answers that few clients cope with, though no text forbids them. */
public final class TolerableAnswerDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "writesTheLifetimeWithAFraction",
                                "Writes expires_in as a number with a fraction of zero.",
                                Set.of("6749-5.1-numbers-are-json-numbers"),
                                "*expires_in*got*",
                                server -> server.onDevice((request, answer) -> answer.editJson(body -> body.put(
                                        "expires_in", body.path("expires_in").asDouble()))))
                        .onlyWarnedAbout(),
                new Defect(
                                "announcesNoInterval",
                                "Announces an interval of zero.",
                                Set.of("6749-5.1-numbers-are-json-numbers"),
                                "Interval got 0: it invites busy polling, and some clients read 0 as absent*",
                                server -> server.onDevice((request, answer) ->
                                        answer.has("interval") ? answer.set("interval", 0) : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "saysNothingAboutCaches",
                                "Leaves it to caches whether they keep codes and polling errors.",
                                Set.of("6749-5.1-no-store-device-response"),
                                "The device authorization response got *; a polling error got *",
                                server -> server.onDevice(TolerableAnswerDefects::withoutAWordOnCaches)
                                        .onToken((request, answer) ->
                                                answer.isSuccess() ? answer : withoutAWordOnCaches(request, answer)))
                        .onlyWarnedAbout(),
                new Defect(
                                "inventsATokenType",
                                "Issues tokens of a type with an address for a name.",
                                Set.of("6749-5.1-token-type"),
                                "*few clients know another type than Bearer*",
                                server -> server.onToken((request, answer) -> answer.has("token_type")
                                        ? answer.set("token_type", "urn:example:token")
                                        : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "forgetsTheOldCacheHeader",
                                "Sends tokens without Pragma.",
                                Set.of("6749-5.1-no-store-token-response"),
                                "*RFC 6749 asks for no-cache*",
                                server -> server.onToken((request, answer) -> answer.withoutHeader("Pragma")))
                        .onlyWarnedAbout(),
                new Defect(
                                "labelsErrorsAsProblems",
                                "Labels errors of the token endpoint as application/problem+json.",
                                Set.of("8628-3.2-content-type-json"),
                                "*generic clients know application/json only*",
                                server -> server.onToken((request, answer) -> answer.isSuccess()
                                        ? answer
                                        : answer.header("Content-Type", "application/problem+json")))
                        .onlyWarnedAbout(),
                new Defect(
                                "forgetsTheIdToken",
                                "Grants openid and issues no id_token.",
                                Set.of("oidc-id-token"),
                                "*nobody tells who the user is*",
                                server -> server.onToken((request, answer) -> answer.remove("id_token")))
                        .onlyWarnedAbout());
    }

    private static Answer withoutAWordOnCaches(Request request, Answer answer) {
        return answer.withoutHeader("Cache-Control").withoutHeader("Pragma");
    }
}
