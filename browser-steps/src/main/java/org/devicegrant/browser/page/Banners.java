package org.devicegrant.browser.page;

import java.util.regex.Pattern;

/** Tells the furniture of cookie banners from the page itself. */
final class Banners {
    private static final Pattern PLACE = Pattern.compile(
            "cookie|gdpr|onetrust|didomi|usercentrics|cmp-|consent-banner|consent-bar|cc-window|truste");

    private Banners() {}

    static boolean holds(Words words, Control control) {
        return PLACE.matcher(control.place()).find()
                || words.speaksOf(Meaning.COOKIE, control.around())
                || (!control.isField() && words.speaksOf(Meaning.COOKIE, control.called()));
    }
}
