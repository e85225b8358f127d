package org.devicegrant.conformance.rfc9700;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.ExclusiveLast;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.user.Cookie;
import org.devicegrant.conformance.user.Guessing;
import org.devicegrant.conformance.user.SentForm;
import org.devicegrant.conformance.user.Users;

/** Header fields that only a proxy of the server may set (RFC 9700 section 4.13). */
@ExclusiveLast
class ForwardedHeaderChecks {
    private static final String FORGED = "forged.example";
    private static final int ATTEMPTS = 3;

    @Check("9700-4.13-forwarded-headers")
    void forgedForwardingHeadersChangeNothing(Devices devices, Judge judge, Users users, Grants grants) {
        List<Request> requests = new ArrayList<>(List.of(devices.request()));
        devices.server().documents().stream()
                .filter(Server.Document::found)
                .map(document -> document.answer().request())
                .forEach(requests::add);
        requests.forEach(request -> judgeAddresses(judge, devices.send(forged(request))));

        users.requirePages("whether forged addresses get around the limit on user codes");
        Guessing guessing = grants.once("guesses at user codes", () -> Guessing.tried(devices, users));
        guessing.locked().ifPresent(form -> judgeLimit(judge, devices, form, guessing.cookies()));
    }

    private static Request forged(Request request) {
        return request.header("X-Forwarded-Host", FORGED)
                .header("Forwarded", "host=" + FORGED + ";proto=https")
                .header("X-Forwarded-Proto", "https")
                .header("X-Original-Host", FORGED)
                .header("X-Forwarded-Prefix", "/" + FORGED);
    }

    private static void judgeAddresses(Judge judge, Answer answer) {
        String what = answer.codes() ? "the device authorization response" : "the metadata";
        judge.expect(what + " to forged forwarding headers", answer, a -> "forged addresses", answer)
                .tolerating(
                        Outcome.of("forged addresses", a -> true),
                        "with no proxy in front that overwrites these headers, anybody chooses where users are sent")
                .toBe(Outcome.of("the server's own addresses", a -> !a.text().contains(FORGED)));
    }

    /** The same locked form again, with and without other addresses in the header; the lock must last all the while. */
    private static void judgeLimit(Judge judge, Devices devices, SentForm form, List<Cookie> cookies) {
        Request locked = Cookie.into(form.request(), cookies, cookie -> true);
        Answer before = devices.wire().send(locked);
        List<Answer> disguised = Stream.iterate(1, n -> n + 1)
                .limit(ATTEMPTS)
                .map(n -> devices.wire().send(locked.header("X-Forwarded-For", "198.51.100." + n)))
                .toList();
        Answer after = devices.wire().send(locked);

        if (gist(before).equals(gist(after))) {
            boolean held = disguised.stream().allMatch(answer -> gist(answer).equals(gist(before)));
            judge.expect("the limit on user codes", held, h -> "none for forged addresses", disguised)
                    .otherwise("a header gets around the limit, so user codes can be guessed")
                    .toBe(Outcome.of("the same for forged addresses", h -> h));
        }
    }

    /** What a page says, without markup and numbers. */
    private static String gist(Answer page) {
        return page.status() + " "
                + page.text()
                        .replaceAll("(?s)<style.*?</style>|<[^>]*>|\\d+", " ")
                        .replaceAll("\\s+", " ");
    }
}
