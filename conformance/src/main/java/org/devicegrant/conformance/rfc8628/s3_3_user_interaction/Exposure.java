package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import java.util.List;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.browser.Tab;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.user.Sitting;

/**
 * Where a device code shows in a browser.
 *
 * @param inAddress in the address of a page or of anything that was loaded
 * @param inPage in a page's text or source
 * @param inStorage in cookies or storage
 */
record Exposure(boolean inAddress, boolean inPage, boolean inStorage) {
    private static final String STORAGE =
            "return JSON.stringify(Object.assign({}, window.localStorage)) + JSON.stringify(Object.assign({}, window.sessionStorage));";

    static Exposure of(Sitting sitting, String deviceCode) {
        List<String> forms = List.of(deviceCode, Form.encode(deviceCode), deviceCode.replace("=", "%3D"));
        return sitting.act(tab -> new Exposure(
                shows(addresses(tab), forms),
                shows(List.of(tab.text(), tab.source()), forms),
                shows(List.of(tab.script(STORAGE), String.join("\n", sitting.cookies())), forms)));
    }

    private static List<String> addresses(Tab tab) {
        List<String> addresses = new java.util.ArrayList<>(
                tab.network().stream().map(NetworkEvent::url).toList());
        addresses.add(tab.address().toString());
        return addresses;
    }

    private static boolean shows(List<String> places, List<String> forms) {
        return places.stream().anyMatch(place -> forms.stream().anyMatch(place::contains));
    }

    Exposure and(Exposure other) {
        return new Exposure(inAddress || other.inAddress, inPage || other.inPage, inStorage || other.inStorage);
    }

    boolean anywhere() {
        return inAddress || inPage || inStorage;
    }

    String inWords() {
        if (inAddress) {
            return "it in an address";
        } else if (inPage) {
            return "it in a page";
        }
        return inStorage ? "it in cookies or storage" : "nothing of it";
    }
}
