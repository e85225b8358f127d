package org.devicegrant.conformance.rfc9700;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;

/**
 * A user's way from verification_uri to an approval in a clean browser, with everything that was loaded on it.
 *
 * @param issued where it began
 * @param walk the pages
 * @param loads everything that was loaded, in order
 */
record Pages(Answer issued, Walk walk, List<NetworkEvent> loads) {
    Pages {
        loads = List.copyOf(loads);
    }

    /**
     * Makes the way.
     *
     * @throws Inconclusive if the browser does not tell what it loads
     */
    static Pages visited(Devices devices, Users users) {
        try (Sitting sitting = users.apart()) {
            Device device = devices.start();
            Walk walk = sitting.byTyping(device, Decision.APPROVE);
            Pages pages = new Pages(device.issued(), walk, sitting.act(Tab::network));
            if (pages.documents().isEmpty()) {
                throw new Inconclusive("the browser does not tell what it loads", "use Chromium or HtmlUnit");
            }
            return pages;
        }
    }

    private List<NetworkEvent> documents() {
        return loads.stream().filter(load -> load.type().equals("document")).toList();
    }

    /** The answers to forms that send the browser elsewhere. */
    List<NetworkEvent> redirectsAfterForms() {
        List<NetworkEvent> redirects = new ArrayList<>(documents());
        redirects.removeIf(load -> !load.method().equals("POST") || load.status() < 300 || load.status() > 399);
        return redirects;
    }

    /** What was loaded for a page on the way: the last document under its address. */
    Optional<NetworkEvent> document(Walk.Step page) {
        String address = withoutFragment(page.address());
        return documents().stream()
                .filter(load -> load.status() < 300 || load.status() > 399)
                .filter(load -> withoutFragment(load.url()).equals(address))
                .reduce((first, last) -> last);
    }

    private static String withoutFragment(String address) {
        return address.split("#", 2)[0];
    }
}
