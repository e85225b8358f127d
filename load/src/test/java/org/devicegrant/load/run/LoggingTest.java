package org.devicegrant.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;

/** Logging after the generator has stopped it, in a context of its own. */
class LoggingTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);

    @Test
    void whatWasStoppedSaysAgainWhatItIsConfiguredToSay() {
        context.start();
        context.stop();
        assertThat(context.getLogger("io.gatling.http").isDebugEnabled()).isTrue();

        Logging.revive(context);

        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        assertThat(root.getAppender("STDERR")).isNotNull();
        assertThat(context.getLogger("io.gatling.http").isDebugEnabled()).isFalse();
    }

    @Test
    void whatGoesOnIsLeftAlone() {
        context.start();
        root.setLevel(Level.INFO);

        Logging.revive(context);

        assertThat(root.getLevel()).isEqualTo(Level.INFO);
        assertThat(root.getAppender("STDERR")).isNull();
    }
}
