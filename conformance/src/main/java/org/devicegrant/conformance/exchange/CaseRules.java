package org.devicegrant.conformance.exchange;

import java.util.Locale;

/**
 * REST Assured looks up what to do with a failure under that word in lower case, lowered by the rules of the default
 * locale. In a Turkish one the I loses its dot, nothing is found, and every 404 ends in an exception.
 */
final class CaseRules {
    private CaseRules() {}

    /** Takes the rules of no country for letters; how this Java writes dates and numbers, and speaks, stays as it was. */
    static synchronized void ofNoCountry() {
        if ("I".toLowerCase(Locale.getDefault()).equals("i")) {
            return;
        }
        Locale display = Locale.getDefault(Locale.Category.DISPLAY);
        Locale format = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.ROOT);
        Locale.setDefault(Locale.Category.DISPLAY, display);
        Locale.setDefault(Locale.Category.FORMAT, format);
    }
}
