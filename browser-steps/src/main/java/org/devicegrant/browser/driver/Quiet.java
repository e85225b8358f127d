package org.devicegrant.browser.driver;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the libraries from writing to the console: what matters they throw, the rest is noise in a report. */
public final class Quiet {
    /** Held on to, because the logging of the JDK forgets loggers that nobody holds. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.openqa.selenium"), Logger.getLogger("org.htmlunit"));

    private Quiet() {}

    public static void please() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
