package org.devicegrant.browser.walk;

import org.devicegrant.browser.PageKind;

/**
 * How a walk ends.
 *
 * @param kind what the last page is, in the light of what was done before
 * @param understood whether that is known rather than guessed at
 * @param reason one sentence
 */
record Ending(PageKind kind, boolean understood, String reason) {
    static Ending known(PageKind kind, String reason) {
        return new Ending(kind, true, reason);
    }
}
