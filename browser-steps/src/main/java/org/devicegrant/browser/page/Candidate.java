package org.devicegrant.browser.page;

import java.util.Locale;

/**
 * A control that may be the one that is looked for.
 *
 * @param control the control
 * @param score how well it fits; comparable only among candidates for one purpose
 * @param why what spoke for it and against it
 */
public record Candidate(Control control, double score, String why) {
    /** For evidence: {@code "Allow" (4.5: caption 4.0, button 0.5)}. */
    public String described() {
        return String.format(Locale.ROOT, "%s (%.1f: %s)", control.shortName(), score, why);
    }
}
