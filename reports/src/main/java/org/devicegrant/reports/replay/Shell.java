package org.devicegrant.reports.replay;

import org.devicegrant.reports.VisibleText;

/** Text as a POSIX shell reads it. */
final class Shell {

    private Shell() {}

    /** One word, whatever characters it has; a NUL, which no argument can carry, is left out. */
    static String word(String text) {
        return "'" + text.replace("\0", "").replace("'", "'\\''") + "'";
    }

    /** One comment line. */
    static String comment(String text) {
        return "# " + VisibleText.terminal(text) + "\n";
    }
}
