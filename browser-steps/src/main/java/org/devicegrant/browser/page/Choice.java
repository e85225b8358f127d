package org.devicegrant.browser.page;

/**
 * One of several things to choose from: a radio button, or an entry of a list.
 *
 * @param control the radio button, or the list
 * @param entry place of the entry in the list; -1 for a radio button
 * @param called what a person would call it
 */
public record Choice(Control control, int entry, String called) {
    static Choice radio(Control control) {
        return new Choice(control, -1, control.called());
    }

    static Choice of(Control list, int entry) {
        return new Choice(list, entry, list.entries().get(entry));
    }

    /** Whether it is chosen already. */
    public boolean isMade() {
        return entry < 0 ? control.isChecked() : control.chosen() == entry;
    }
}
