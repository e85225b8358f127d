package org.devicegrant.conformance.rfc9700;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Request;

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
                                "letsOthersFrameTheLogin",
                                "The page for name and password says nothing about frames.",
                                Set.of("9700-4.16-clickjacking"),
                                "*the page of the kind \"login\" got neither frame-ancestors nor*: it can be shown in a frame"
                                        + " of another site*",
                                server -> server.onPage((request, answer) -> isShown(request, "/login")
                                        ? answer.withoutHeader("X-Frame-Options")
                                                .withoutHeader("Content-Security-Policy")
                                        : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "loadsAScriptFromElsewhere",
                                "The decision page loads a script of another site, and tells it nothing.",
                                Set.of("9700-4.2.4-no-third-party-and-referrer"),
                                "*what the pages load from other sites got 1 request: other sites see who logs a device in*",
                                server -> server.onPage(TolerablePageDefects::adorned))
                        .onlyWarnedAbout(),
                new Defect(
                                "tellsItsAddressToEverySite",
                                "Says nothing about what links tell of the address of the page.",
                                Set.of("9700-4.2.4-no-third-party-and-referrer"),
                                "*the Referrer-Policy of the page that shows the request got none: links on the page may*",
                                server -> server.onPage((request, answer) -> answer.withoutHeader("Referrer-Policy")))
                        .onlyWarnedAbout(),
                new Defect(
                                "goesByForwardedHosts",
                                "Sends users to whatever host a header names that anybody can send.",
                                Set.of("9700-4.13-forwarded-headers"),
                                "*the device authorization response to forged forwarding headers got forged addresses: with"
                                        + " no proxy in front*",
                                TolerablePageDefects::forwarded)
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

    private static boolean isShown(Request request, String page) {
        return request.isGet() && request.path().endsWith(page);
    }

    private static Answer adorned(Request request, Answer answer) {
        String elsewhere = request.header("Host").orElse("").replace("127.0.0.1", "localhost");
        String script = "<script src=\"http://%s/adornment.js\"></script></head>".formatted(elsewhere);
        return isShown(request, "/decision")
                ? answer.header("Content-Security-Policy", "frame-ancestors 'none'")
                        .editText(page -> page.replace("</head>", script))
                : answer;
    }

    /** Locks soon, so that the limit on guesses, which is sound, is found soon. */
    private static void forwarded(Behaviour server) {
        server.pages().guesses(2, 300);
        server.onDevice((request, answer) -> request.header("X-Forwarded-Host")
                .map(host -> answer.set("verification_uri", "https://" + host + "/device"))
                .orElse(answer));
    }
}
