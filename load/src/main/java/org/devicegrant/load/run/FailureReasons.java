package org.devicegrant.load.run;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Why a request got no answer. Gatling says so only in its log, on the thread that goes on with the same virtual user,
 * so the last remark of the thread is that user's. Nothing is written anywhere: the dumps hold codes.
 */
final class FailureReasons extends AppenderBase<ILoggingEvent> {
    private static final String LOGGER = "io.gatling.http.engine.response";
    private static final ThreadLocal<String> LAST = new ThreadLocal<>();

    /** Starts listening, where the logging back end is ours. */
    static void listen() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Logger logger = context.getLogger(LOGGER);
            if (logger.getAppender(LOGGER) == null) {
                FailureReasons reasons = new FailureReasons();
                reasons.setContext(context);
                reasons.setName(LOGGER);
                reasons.start();
                logger.addAppender(reasons);
                logger.setAdditive(false);
                logger.setLevel(Level.DEBUG);
            }
        }
    }

    /** The last reason on this thread, once. */
    static String takeLast() {
        String last = LAST.get();
        LAST.remove();
        return last == null ? "no answer" : last;
    }

    @Override
    protected void append(ILoggingEvent event) {
        Object[] arguments = event.getArgumentArray();
        if (arguments != null && arguments.length == 3) {
            LAST.set(kind(String.valueOf(arguments[2])));
        }
    }

    /** Addresses and ports differ from one to the next; what matters is which of a few things happened. */
    static String kind(String message) {
        return Shortage.in(message).map(Shortage::reason).orElseGet(() -> ofTheServer(message));
    }

    private static String ofTheServer(String message) {
        String text = message.toLowerCase(java.util.Locale.ROOT);
        if (text.contains("refused")) {
            return "connection refused";
        } else if (text.contains("connect") && text.contains("timeout") || text.contains("connection timed out")) {
            return "connecting timed out";
        } else if (text.contains("timeout")) {
            return "no answer in time";
        } else if (text.contains("reset")
                || text.contains("closed")
                || text.contains("premature close")
                || text.contains("broken pipe")) {
            return "connection closed by the server";
        } else if (text.contains("unknownhost") || text.contains("resolve")) {
            return "unknown host";
        } else if (text.contains("ssl") || text.contains("certificate") || text.contains("handshake")) {
            return "TLS refused";
        }
        return "no answer";
    }
}
