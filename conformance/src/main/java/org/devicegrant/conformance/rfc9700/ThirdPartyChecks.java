package org.devicegrant.conformance.rfc9700;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.browser.Tab;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** What other sites learn of the pages (RFC 9700 section 4.2.4). */
class ThirdPartyChecks {
    private static final Set<String> RESTRICTIVE = Set.of(
            "no-referrer",
            "same-origin",
            "origin",
            "strict-origin",
            "origin-when-cross-origin",
            "strict-origin-when-cross-origin");

    @Check("9700-4.2.4-no-third-party-and-referrer")
    void thePagesTellOtherSitesNothing(Devices devices, Judge judge, Users users) {
        try (Sitting sitting = users.apart()) {
            Device device = devices.start();
            if (device.verificationUriComplete().isPresent()) {
                sitting.byLink(device, Decision.NONE);
            } else {
                sitting.byTyping(device, Decision.NONE);
            }
            List<NetworkEvent> loads = sitting.act(Tab::network);
            if (loads.isEmpty()) {
                throw new Inconclusive("the browser does not tell what it loads", "use Chromium or HtmlUnit");
            }
            judgeOtherSites(judge, loads, device);
            judgePolicy(judge, loads, sitting, device);
        }
    }

    private static void judgeOtherSites(Judge judge, List<NetworkEvent> loads, Device device) {
        Set<String> own = loads.stream()
                .filter(load -> load.type().equals("document"))
                .map(load -> site(load.url()))
                .collect(Collectors.toSet());
        List<NetworkEvent> foreign = loads.stream()
                .filter(load -> load.url().startsWith("http") && !own.contains(site(load.url())))
                .toList();
        String code = Walks.letters(device.userCode());
        judge.expect("what the pages load from other sites", foreign, f -> inWords(f, code), device.issued())
                .tolerating(
                        Outcome.of(
                                "requests without the user code",
                                all -> all.stream().noneMatch(f -> tells(f, code))),
                        "other sites see who logs a device in, and their scripts could decide for him")
                .otherwise("another site learns a user code that is still valid")
                .toBe(Outcome.of("nothing", List::isEmpty));
    }

    private static String inWords(List<NetworkEvent> foreign, String code) {
        boolean told = foreign.stream().anyMatch(load -> tells(load, code));
        return foreign.size() + (foreign.size() == 1 ? " request" : " requests") + (told ? " with the user code" : "");
    }

    private static boolean tells(NetworkEvent load, String code) {
        String all = load.url() + " " + load.requestBody() + " "
                + load.requestHeaders().getOrDefault("referer", "");
        // An encoded dash may be %2D or %252D; neither may hide a code.
        return Walks.letters(all.replaceAll("(?i)%(25)*2D", "")).contains(code);
    }

    private static void judgePolicy(Judge judge, List<NetworkEvent> loads, Sitting sitting, Device device) {
        String meta = sitting.act(
                tab -> tab.script("var m = document.querySelector('meta[name=referrer]'); return m ? m.content : '';"));
        String last = loads.stream()
                .filter(load -> load.type().equals("document") && load.status() / 100 == 2)
                .map(load -> load.headers().getOrDefault("referrer-policy", ""))
                .reduce("", (before, now) -> now);
        String policy = meta.isEmpty() ? last : meta;
        judge.expect("the Referrer-Policy of the page that shows the request", policy, p -> shown(p), device.issued())
                .tolerating(Outcome.of("any", p -> true), "links on the page may tell other sites its address")
                .toBe(Outcome.of("a restrictive one", ThirdPartyChecks::restricts));
    }

    /** Of several policies the last that a browser knows counts. */
    private static boolean restricts(String policy) {
        String[] all = policy.toLowerCase(Locale.ROOT).split("[,\\s]+", -1);
        return RESTRICTIVE.contains(all[all.length - 1]);
    }

    private static String shown(String policy) {
        return policy.isEmpty() ? "none" : "another one";
    }

    /** Host by its last two labels; addresses and names of one label as they are. */
    private static String site(String url) {
        try {
            String host = String.valueOf(URI.create(url.split("[?#]", 2)[0]).getHost());
            String[] labels = host.split("\\.", -1);
            boolean name = labels.length > 2 && !host.matches("[\\d.]+|\\[.*");
            return name ? labels[labels.length - 2] + "." + labels[labels.length - 1] : host;
        } catch (IllegalArgumentException unreadable) {
            return url;
        }
    }
}
