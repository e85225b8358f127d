package org.devicegrant.conformance.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Waiting;

/** Says what holds a run up: of everything that is being waited for, what ends last. */
final class LongestWait {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private LongestWait() {}

    /** {@code waits for the expiry of a code until 20:14:05 (43 s)}, in local time; empty if nothing is waited for. */
    static String of(Iterable<Waiting.Wait> waits, Clock clock) {
        return StreamSupport.stream(waits.spliterator(), false)
                .max(Comparator.comparingLong(wait -> wait.until() - clock.nanos()))
                .map(wait -> told(wait, clock))
                .orElse("");
    }

    private static String told(Waiting.Wait wait, Clock clock) {
        Duration left = Duration.ofNanos(Math.max(0, wait.until() - clock.nanos()));
        String until = TIME.format(clock.wallTime().plus(left).atZone(ZoneId.systemDefault()));
        return "waits for " + wait.what() + " until " + until + " ("
                + left.plusMillis(999).toSeconds() + " s)";
    }
}
