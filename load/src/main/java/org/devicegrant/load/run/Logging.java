package org.devicegrant.load.run;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/**
 * Gatling stops the logging of the whole process when it ends. What is left has no appender and lets everything through:
 * from the second run in a process on, the first of which is the warm-up, each debug message of generator and network would
 * be made for nobody.
 */
final class Logging {
    private Logging() {}

    /** Sets it up again, where the logging back end is ours and was stopped. */
    static void revive() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            revive(context);
        }
    }

    static synchronized void revive(LoggerContext context) {
        if (context.isStarted()) {
            return;
        }
        try {
            new ContextInitializer(context).autoConfig();
        } catch (JoranException e) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        }
        context.start();
    }
}
