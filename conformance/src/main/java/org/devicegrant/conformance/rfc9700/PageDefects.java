package org.devicegrant.conformance.rfc9700;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Request;

/** Servers whose pages leave the user alone with other sites. */
public final class PageDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "limitsByForwardedAddress",
                        "Wrong user codes are counted by the first address of a header that anybody can send.",
                        Set.of("9700-4.13-forwarded-headers"),
                        "*the limit on user codes: expected the same for forged addresses, got none*",
                        server -> server.pages()
                                .guessKeys(guess -> List.of(guess.request()
                                        .header("X-Forwarded-For")
                                        .orElse(guess.request().remoteAddress())))),
                new Defect(
                        "letsOthersFrameTheDecision",
                        "The decision page says nothing about frames.",
                        Set.of("9700-4.16-clickjacking"),
                        "*the page of the kind \"decision\": expected frame-ancestors, got neither*",
                        server -> server.onPage((request, answer) -> isDecision(request)
                                ? answer.withoutHeader("X-Frame-Options").withoutHeader("Content-Security-Policy")
                                : answer)),
                new Defect(
                        "sendsThePasswordOn",
                        "The form with the password is answered with 307 to another host.",
                        Set.of("9700-4.12-no-307"),
                        "*a redirect after a form: expected status 303, got status 307 to another origin*",
                        server -> server.onPage(PageDefects::sentOn)),
                new Defect(
                        "reportsItsVisitors",
                        "A script on the page of the link tells another site the whole address.",
                        Set.of("9700-4.2.4-no-third-party-and-referrer"),
                        "*expected nothing, got 1 request with the user code*",
                        server -> server.onPage(PageDefects::reported)));
    }

    private static boolean isDecision(Request request) {
        return request.isGet() && request.path().endsWith("/decision");
    }

    private static Answer sentOn(Request request, Answer answer) {
        boolean login = request.isPost() && request.path().endsWith("/login");
        return login && answer.status() == 303
                ? answer.status(307)
                        .header(
                                "Location",
                                elsewhere(request)
                                        + answer.headers().first("Location").orElse(""))
                : answer;
    }

    private static Answer reported(Request request, Answer answer) {
        boolean link = request.isGet() && request.query().orElse("").contains("user_code=");
        String script = "<script src=\"%s/stats?page=%s\"></script></head>"
                .formatted(elsewhere(request), request.query().orElse(""));
        return link
                ? answer.withoutHeader("Content-Security-Policy").editText(page -> page.replace("</head>", script))
                : answer;
    }

    /** This server under a name that is another site to browsers. */
    private static String elsewhere(Request request) {
        return "http://" + request.header("Host").orElse("").replace("127.0.0.1", "localhost");
    }
}
