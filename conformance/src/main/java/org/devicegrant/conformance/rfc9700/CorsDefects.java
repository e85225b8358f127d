package org.devicegrant.conformance.rfc9700;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Request;

/** Servers whose pages are open to scripts of other sites. */
public final class CorsDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "permitsEveryOriginWithCredentials",
                        "A filter in front of everything reflects every origin and allows credentials.",
                        Set.of("9700-2.6-cors"),
                        "A page of the user's side: expected no permission, got permission for a foreign origin"
                                + " with credentials*",
                        server -> {
                            server.onPage(CorsDefects::reflecting);
                            server.onDevice(CorsDefects::reflecting);
                            server.onToken(CorsDefects::reflecting);
                        }),
                new Defect(
                                "permitsEverybodyToReadItsPages",
                                "A filter in front of the pages permits every origin, without credentials.",
                                Set.of("9700-2.6-cors"),
                                "A page of the user's side got permission for everybody: pages are visited, not called*",
                                server -> server.onPage(
                                        (request, answer) -> answer.header("Access-Control-Allow-Origin", "*")))
                        .onlyWarnedAbout(),
                new Defect(
                                "permitsCookiesWhereNobodyHasAny",
                                "The endpoints of devices reflect every origin and allow credentials.",
                                Set.of("9700-2.6-cors"),
                                "The device authorization endpoint got permission for a foreign origin with credentials:"
                                        + " nobody needs cookies here*",
                                server ->
                                        server.onDevice(CorsDefects::reflecting).onToken(CorsDefects::reflecting))
                        .onlyWarnedAbout());
    }

    private static Answer reflecting(Request request, Answer answer) {
        return request.header("Origin")
                .map(origin -> answer.header("Access-Control-Allow-Origin", origin)
                        .header("Access-Control-Allow-Credentials", "true"))
                .orElse(answer);
    }
}
