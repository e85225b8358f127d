package org.devicegrant.conformance.rfc9700;

import java.net.URI;
import java.util.Objects;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.user.Users;

/** Redirects that answer a form, which may carry a password (RFC 9700 section 4.12). */
class RedirectChecks {
    @Check("9700-4.12-no-307")
    void noRedirectMakesTheBrowserSendAFormOnToAnotherSite(Devices devices, Judge judge, Grants grants, Users users) {
        Pages pages = grants.once("pages to an approval", () -> Pages.visited(devices, users));

        for (NetworkEvent redirect : pages.redirectsAfterForms()) {
            judge.expect("a redirect after a form", redirect, RedirectChecks::inWords, pages.issued())
                    .tolerating(status(301, 302), "only 303 says in every browser that the form is not sent again")
                    .tolerating(
                            Outcome.of("a redirect to the same site", r -> !leaves(r)),
                            "the form is sent again, passwords included")
                    .otherwise("the user's password is sent on to another site")
                    .toBe(status(303, 303));
        }

        if (pages.loads().stream().noneMatch(load -> load.method().equals("POST"))) {
            throw new Inconclusive(
                    "no form was sent on the way: " + pages.walk().reason(), "look at the screenshots");
        }
    }

    private static Outcome<NetworkEvent> status(int from, int to) {
        String words = from == to ? "status " + from : "status " + from + " to " + to;
        return Outcome.of(words, redirect -> redirect.status() >= from && redirect.status() <= to);
    }

    private static String inWords(NetworkEvent redirect) {
        return "status " + redirect.status() + (leaves(redirect) ? " to another origin" : " to the same origin");
    }

    private static boolean leaves(NetworkEvent redirect) {
        try {
            URI from = URI.create(redirect.url());
            URI to = from.resolve(redirect.headers().getOrDefault("location", ""));
            return !Objects.equals(from.getRawAuthority(), to.getRawAuthority())
                    || !Objects.equals(from.getScheme(), to.getScheme());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
