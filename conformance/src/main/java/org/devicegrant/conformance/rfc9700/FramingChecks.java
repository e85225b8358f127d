package org.devicegrant.conformance.rfc9700;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.user.Users;

/**
 * Whether another site can show the pages in a frame and make the user click on what he does not see (RFC 9700 section
 * 4.16). The JSON endpoints are no pages, so the rule does not mean them.
 */
class FramingChecks {
    /** Where a click that the user does not see decides something. */
    private static final Set<PageKind> DECISIVE =
            EnumSet.of(PageKind.CODE_ENTRY, PageKind.CODE_CONFIRMATION, PageKind.DECISION);

    private static final Pattern ANCESTORS =
            Pattern.compile("(?:^|[;,\\n])\\s*frame-ancestors(\\s[^;,\\n]*)?", Pattern.CASE_INSENSITIVE);

    /** By what a page is protected. */
    private enum Shield {
        POLICY("frame-ancestors"),
        HEADER("X-Frame-Options alone"),
        NONE("neither frame-ancestors nor a valid X-Frame-Options");

        private final String words;

        Shield(String words) {
            this.words = words;
        }

        static Shield of(Map<String, String> headers) {
            Matcher policy = ANCESTORS.matcher(headers.getOrDefault("content-security-policy", ""));
            while (policy.find()) {
                if (restricts(policy.group(1))) {
                    return POLICY;
                }
            }
            String option = headers.getOrDefault("x-frame-options", "").strip().toUpperCase(Locale.ROOT);
            return option.matches("(DENY|SAMEORIGIN)([,\\n].*)?") ? HEADER : NONE;
        }

        private static boolean restricts(String ancestors) {
            return ancestors == null || !(" " + ancestors + " ").matches("(?si).*\\s(\\*|https?:|https?://\\*)\\s.*");
        }
    }

    @Check("9700-4.16-clickjacking")
    void noOtherSiteCanShowThePagesInAFrame(Devices devices, Judge judge, Grants grants, Users users) {
        Pages pages = grants.once("pages to an approval", () -> Pages.visited(devices, users));

        for (Walk.Step page : pages.walk().steps()) {
            pages.document(page).ifPresent(load -> judgePage(judge, page.kind(), load, pages));
        }

        if (pages.walk().steps().stream().noneMatch(page -> DECISIVE.contains(page.kind()))) {
            throw new Inconclusive(
                    "no page of the interaction was understood", pages.walk().reason());
        }
    }

    private static void judgePage(Judge judge, PageKind kind, NetworkEvent load, Pages pages) {
        String name =
                "the page of the kind \"" + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "\"";
        judge.expect(name, Shield.of(load.headers()), s -> s.words, pages.issued())
                .tolerating(
                        Outcome.of("X-Frame-Options", s -> s == Shield.HEADER),
                        "frame-ancestors of a Content-Security-Policy is the rule today")
                .tolerating(
                        Outcome.of("a page without a decision", s -> !DECISIVE.contains(kind)),
                        "it can be shown in a frame of another site")
                .otherwise("another site can show it in a frame and have the user click on what he does not see")
                .toBe(Outcome.of("frame-ancestors", s -> s == Shield.POLICY));
    }
}
