package org.devicegrant.conformance.rfc9700;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** Pages that are protected by yesterday's means. */
public final class TolerablePageDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "forbidsFramesByTheOldHeaderOnly",
                                "Protects its pages by X-Frame-Options alone.",
                                Set.of("9700-4.16-clickjacking"),
                                "*X-Frame-Options alone*",
                                server -> server.onPage(
                                        (request, answer) -> answer.withoutHeader("Content-Security-Policy")
                                                .header("X-Frame-Options", "DENY")))
                        .onlyWarnedAbout(),
                new Defect(
                                "redirectsWithAnOldStatus",
                                "Redirects with 302 after a form.",
                                Set.of("9700-4.12-no-307"),
                                "*only 303 says in every browser that the form is not sent again*",
                                server -> server.onPage(
                                        (request, answer) -> answer.status() == 303 ? answer.status(302) : answer))
                        .onlyWarnedAbout());
    }
}
