package org.devicegrant.conformance.rfc9700;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.jspecify.annotations.Nullable;

/** What scripts of other sites may do with the server in a user's browser. */
class CorsChecks {
    private static final String FOREIGN = "https://evil.example";
    private static final int REDIRECTS = 5;

    /** What an answer permits to a foreign origin. */
    private enum Permission {
        NONE("no permission"),
        ANYBODY("permission for everybody"),
        REFLECTED("permission for a foreign origin"),
        WITH_CREDENTIALS("permission for a foreign origin with credentials");

        private final String words;

        Permission(String words) {
            this.words = words;
        }

        static Permission of(Answer answer) {
            String origin = String.valueOf(answer.header("Access-Control-Allow-Origin"));
            if (origin.equals("*")) {
                return ANYBODY;
            } else if (!origin.equals(FOREIGN)) {
                return NONE;
            }
            boolean credentials = "true".equals(answer.header("Access-Control-Allow-Credentials"));
            return credentials ? WITH_CREDENTIALS : REFLECTED;
        }
    }

    @Check("9700-2.6-cors")
    void pagesAreNotForScriptsOfOtherSites(Devices devices, Judge judge) {
        Device device = devices.start();

        for (Answer page : pages(devices, device)) {
            judgePage(judge, "a page of the user's side", page);
            for (URI action : FormActions.in(page)) {
                judgePage(judge, "the preflight for a form of the user's side", devices.send(preflight(action)));
                judgePage(judge, "the address of a form", devices.send(page(action)));
            }
        }
        judgeEndpoint(judge, "the device authorization endpoint", devices.send(foreign(devices.request())));
        judgeEndpoint(judge, "the token endpoint", device.send(foreign(device.pollRequest())));
        Stream.of(devices.server().deviceAuthorization(), devices.server().token())
                .forEach(url -> judgeEndpoint(judge, "the preflight for an endpoint", devices.send(preflight(url))));
    }

    /** The first pages that somebody gets who follows either address, redirects included. */
    private static List<Answer> pages(Devices devices, Device device) {
        List<Answer> pages = new ArrayList<>();
        Stream.concat(Stream.of(device.verificationUri()), device.verificationUriComplete().stream())
                .forEach(address -> follow(devices, address, pages));
        return pages;
    }

    private static void follow(Devices devices, URI address, List<Answer> pages) {
        @Nullable URI next = address;
        for (int hop = 0; hop < REDIRECTS && next != null; hop++) {
            Answer page = devices.send(page(next));
            pages.add(page);
            String location = page.header("Location");
            next = page.status() / 100 == 3 && location != null ? resolve(next, location) : null;
        }
    }

    private static @Nullable URI resolve(URI base, String location) {
        try {
            URI target = base.resolve(location);
            return target.getHost() == null ? null : target;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Request page(URI address) {
        return foreign(Request.get(Endpoint.VERIFICATION_PAGE, "page for a foreign origin", address)
                .header("Accept", "text/html"));
    }

    private static Request preflight(URI address) {
        return foreign(Request.get(Endpoint.OTHER, "preflight for a foreign origin", address)
                .withMethod("OPTIONS")
                .header("Access-Control-Request-Method", "POST"));
    }

    private static Request foreign(Request request) {
        return request.header("Origin", FOREIGN);
    }

    private static void judgePage(Judge judge, String subject, Answer answer) {
        judge.expect(subject, Permission.of(answer), permission -> permission.words, answer)
                .tolerating(is(Permission.ANYBODY), "pages are visited, not called; without credentials it is harmless")
                .otherwise("a page that the user happens to visit can read and send what the user can")
                .toBe(is(Permission.NONE));
    }

    private static void judgeEndpoint(Judge judge, String subject, Answer answer) {
        judge.expect(subject, Permission.of(answer), permission -> permission.words, answer)
                .tolerating(is(Permission.WITH_CREDENTIALS), "nobody needs cookies here")
                .toBe(is(Permission.NONE), is(Permission.ANYBODY), is(Permission.REFLECTED));
    }

    private static Outcome<Permission> is(Permission wanted) {
        return Outcome.of(wanted.words, permission -> permission == wanted);
    }
}
