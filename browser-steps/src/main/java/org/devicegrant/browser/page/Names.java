package org.devicegrant.browser.page;

import java.util.Locale;

/** The names authors give to controls, split into words. */
final class Names {
    private Names() {}

    /** Name and id in lower case, camel case split by a dash. */
    static String of(Control control) {
        return split(control.name() + " " + control.id()).strip();
    }

    /** The same with the value of a button and its classes, as words. */
    static String words(Control control) {
        String value = control.isField() ? "" : control.value();
        return split(control.name() + " " + control.id() + " " + value)
                .replaceAll("[-_.:\\[\\]]+", " ")
                .strip();
    }

    private static String split(String text) {
        return text.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
