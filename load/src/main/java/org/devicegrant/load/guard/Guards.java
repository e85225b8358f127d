package org.devicegrant.load.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.devicegrant.load.measure.Health;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.Mishaps;
import org.devicegrant.load.preflight.MachineLimits;
import org.devicegrant.load.run.Connections;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.Shortage;
import org.devicegrant.load.run.WarmUp.Ceiling;
import org.jspecify.annotations.Nullable;

/**
 * Whether the figures are the server's: the guards that a trial broke.
 *
 * @param broken in the order they were looked at
 */
public record Guards(List<Broken> broken) {
    private static final double MOST_LOOP = 0.7;
    private static final double MOST_JIT = 0.05;
    private static final long MOST_PAUSE_MILLIS = 20;
    private static final double MOST_STOLEN = 0.02;
    private static final double MOST_CONNECTS = 0.01;
    private static final double MOST_FILES = 0.8;
    private static final double MOST_OF_CEILING = 0.6;
    private static final double LEAST_LATENESS_MILLIS = 10;
    private static final double LATENESS_OF_INTERVAL = 0.005;
    private static final long MOST_STANDSTILL_MILLIS = 1_000;
    /** Who is so many times later than that is no longer where the schedule wants it when the figures begin to count. */
    private static final int LATE_START = 10;
    /** Below this rate a few connections weigh too much in the share. */
    private static final int ENOUGH_POLLS = 1_000;

    public Guards {
        broken = List.copyOf(broken);
    }

    /** Looks at a trial. */
    public static Guards of(Measured measured, Duration interval, Connections connections, @Nullable Ceiling ceiling) {
        List<Broken> broken = new ArrayList<>();
        lateness(measured, interval, broken);
        unsent(measured, broken);
        shortages(measured, broken);
        before(measured.mishaps(), interval, broken);
        if (ceiling != null
                && ceiling.warm()
                && measured.pollsPerSecond() > MOST_OF_CEILING * ceiling.pollsPerSecond()) {
            broken.add(new Broken(
                    Guard.CEILING,
                    text(
                            "%.0f polls/s are more than 60 %% of this generator's ceiling of %.0f",
                            measured.pollsPerSecond(), ceiling.pollsPerSecond())));
        }
        if (measured.health() != null) {
            own(measured.health(), broken);
            machine(measured.health(), broken);
            connections(measured, measured.health(), connections, broken);
        }
        return new Guards(broken);
    }

    /** How late 1 % of the requests may be, in milliseconds, at that interval. */
    public static double mostLatenessMillis(Duration interval) {
        return Math.max(LEAST_LATENESS_MILLIS, interval.toMillis() * LATENESS_OF_INTERVAL);
    }

    /** Whether the generator did not do what it was to do. */
    public boolean failed() {
        return broken.stream().anyMatch(one -> one.guard.fatal());
    }

    /** Whether something disturbed it, which only matters if the figures are bad. */
    public boolean disturbed() {
        return broken.stream().anyMatch(one -> !one.guard.fatal());
    }

    /** Those of these kinds, in words. */
    public List<String> words(Set<Guard> kinds) {
        return broken.stream()
                .filter(one -> kinds.contains(one.guard))
                .map(Broken::words)
                .toList();
    }

    /** All of them, in words. */
    public List<String> words() {
        return words(EnumSet.allOf(Guard.class));
    }

    private static void lateness(Measured measured, Duration interval, List<Broken> broken) {
        double most = mostLatenessMillis(interval);
        double late = measured.distribution(Metric.LATENESS).getValueAtPercentile(99) / 1000.0;
        if (late > most) {
            broken.add(new Broken(
                    Guard.LATENESS,
                    text("1 %% of the requests were sent %.0f ms late or more, %.0f ms are allowed", late, most)));
        }
    }

    private static void unsent(Measured measured, List<Broken> broken) {
        long unsent = measured.unsent() + measured.mishaps().neverBegun();
        // A run that was stopped ends between two requests of somebody.
        if (unsent > 0 && measured.stopped() == null) {
            broken.add(new Broken(Guard.UNSENT, text("%d requests that were due were never sent", unsent)));
        }
    }

    private static void shortages(Measured measured, List<Broken> broken) {
        for (Shortage shortage : Shortage.values()) {
            long times = measured.silences().getOrDefault(shortage.reason(), 0L);
            if (times > 0) {
                broken.add(
                        new Broken(Guard.SHORTAGE, text("%d times %s: %s", times, shortage.reason(), shortage.way())));
            } else if (shortage == Shortage.MEMORY && measured.mishaps().outOfMemory()) {
                broken.add(new Broken(Guard.SHORTAGE, shortage.reason() + ": " + shortage.way()));
            }
        }
    }

    private static void before(Mishaps mishaps, Duration interval, List<Broken> broken) {
        if (mishaps.standstillMillis() > MOST_STANDSTILL_MILLIS) {
            broken.add(new Broken(
                    Guard.STANDSTILL,
                    text("the generator got no time at all for %.1f s", mishaps.standstillMillis() / 1e3)));
        }
        if (mishaps.lateStartMillis() > LATE_START * mostLatenessMillis(interval)) {
            broken.add(new Broken(
                    Guard.START,
                    text(
                            "every tenth request before the figures counted was sent %.0f ms late or more",
                            mishaps.lateStartMillis())));
        }
    }

    private static void own(Health health, List<Broken> broken) {
        if (health.busiestLoop() > MOST_LOOP) {
            broken.add(new Broken(
                    Guard.LOOP,
                    text("an event loop of the generator took %.0f %% of a processor", health.busiestLoop() * 100)));
        }
        double files = health.openFiles().orElse(0);
        long limit = MachineLimits.ofThisMachine().openFiles();
        if (files > MOST_FILES * limit) {
            broken.add(new Broken(Guard.FILES, text("%.0f of %d open files were in use", files, limit)));
        }
    }

    private static void machine(Health health, List<Broken> broken) {
        if (health.jitShare() > MOST_JIT) {
            broken.add(new Broken(
                    Guard.JIT,
                    text("the generator was still compiling (%.0f %% of the time)", health.jitShare() * 100)));
        }
        if (health.longestPauseMillis() > MOST_PAUSE_MILLIS) {
            broken.add(new Broken(
                    Guard.PAUSE,
                    text("collecting garbage stopped the generator for %d ms", health.longestPauseMillis())));
        }
        double stolen = health.stolen().orElse(0);
        if (stolen > MOST_STOLEN) {
            broken.add(new Broken(
                    Guard.STOLEN, text("%.0f %% of the processor time went to other machines", stolen * 100)));
        }
        double throttled = health.throttled().orElse(0);
        if (throttled > 0) {
            broken.add(new Broken(Guard.THROTTLED, text("the container was held back %.0f times", throttled)));
        }
    }

    private static void connections(Measured measured, Health health, Connections connections, List<Broken> broken) {
        double opened = health.connects().orElse(0);
        long polls = measured.answers().polls();
        if (connections != Connections.CLOSED && polls > ENOUGH_POLLS && opened > MOST_CONNECTS * polls) {
            broken.add(new Broken(
                    Guard.CONNECTS,
                    text(
                            "%.0f connections were opened for %d polls: the server or something before it closes them",
                            opened, polls)));
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** A guard that was broken, and how, in words. */
    public record Broken(Guard guard, String words) {}
}
