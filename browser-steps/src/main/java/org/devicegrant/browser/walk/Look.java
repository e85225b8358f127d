package org.devicegrant.browser.walk;

import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.page.Reading;
import org.devicegrant.browser.page.Snapshot;

/**
 * One look at a page and what it was taken for.
 *
 * @param page what was seen
 * @param reading what it was taken for
 * @param document which document it was
 */
record Look(Snapshot page, Reading reading, String document) {
    PageKind kind() {
        return reading.kind();
    }
}
