package org.devicegrant.load.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.devicegrant.load.measure.Health;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.preflight.MachineLimits;
import org.devicegrant.load.run.Connections;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.WarmUp.Ceiling;
import org.jspecify.annotations.Nullable;

/**
 * Whether the figures are the server's. A broken guard of the first kind says that the generator did not do what it was
 * to do; one of the second kind only that something disturbed it, which matters if the figures are bad.
 *
 * @param failed the generator was the limit, in words
 * @param disturbed something disturbed it, in words
 */
public record Guards(List<String> failed, List<String> disturbed) {
    private static final double MOST_LOOP = 0.7;
    private static final double MOST_JIT = 0.05;
    private static final long MOST_PAUSE_MILLIS = 20;
    private static final double MOST_STOLEN = 0.02;
    private static final double MOST_CONNECTS = 0.01;
    private static final double MOST_FILES = 0.8;
    private static final double MOST_OF_CEILING = 0.6;
    private static final double LEAST_LATENESS_MILLIS = 10;
    private static final double LATENESS_OF_INTERVAL = 0.005;
    /** Below this rate a few connections weigh too much in the share. */
    private static final int ENOUGH_POLLS = 1_000;

    public Guards {
        failed = List.copyOf(failed);
        disturbed = List.copyOf(disturbed);
    }

    /** Looks at a trial. */
    public static Guards of(Measured measured, Duration interval, Connections connections, @Nullable Ceiling ceiling) {
        List<String> failed = new ArrayList<>();
        List<String> disturbed = new ArrayList<>();
        lateness(measured, interval, failed);
        if (ceiling != null
                && ceiling.warm()
                && measured.pollsPerSecond() > MOST_OF_CEILING * ceiling.pollsPerSecond()) {
            failed.add(text(
                    "%.0f polls/s are more than 60 %% of this generator's ceiling of %.0f",
                    measured.pollsPerSecond(), ceiling.pollsPerSecond()));
        }
        if (measured.health() != null) {
            own(measured.health(), failed);
            machine(measured.health(), disturbed);
            connections(measured, measured.health(), connections, disturbed);
        }
        return new Guards(failed, disturbed);
    }

    /** All of them. */
    public List<String> all() {
        List<String> all = new ArrayList<>(failed);
        all.addAll(disturbed);
        return all;
    }

    private static void lateness(Measured measured, Duration interval, List<String> broken) {
        double most = Math.max(LEAST_LATENESS_MILLIS, interval.toMillis() * LATENESS_OF_INTERVAL);
        double late = measured.distribution(Metric.LATENESS).getValueAtPercentile(99) / 1000.0;
        if (late > most) {
            broken.add(text("1 %% of the requests were sent %.0f ms late or more, %.0f ms are allowed", late, most));
        }
    }

    private static void own(Health health, List<String> broken) {
        if (health.busiestLoop() > MOST_LOOP) {
            broken.add(text("an event loop of the generator took %.0f %% of a processor", health.busiestLoop() * 100));
        }
        double files = health.openFiles().orElse(0);
        long limit = MachineLimits.ofThisMachine().openFiles();
        if (files > MOST_FILES * limit) {
            broken.add(text("%.0f of %d open files were in use", files, limit));
        }
    }

    private static void machine(Health health, List<String> broken) {
        if (health.jitShare() > MOST_JIT) {
            broken.add(text("the generator was still compiling (%.0f %% of the time)", health.jitShare() * 100));
        }
        if (health.longestPauseMillis() > MOST_PAUSE_MILLIS) {
            broken.add(text("collecting garbage stopped the generator for %d ms", health.longestPauseMillis()));
        }
        if (health.stolen().orElse(0) > MOST_STOLEN) {
            broken.add(text(
                    "%.0f %% of the processor time went to other machines",
                    health.stolen().orElse(0) * 100));
        }
        if (health.throttled().orElse(0) > 0) {
            broken.add(text(
                    "the container was held back %.0f times", health.throttled().orElse(0)));
        }
    }

    private static void connections(Measured measured, Health health, Connections connections, List<String> broken) {
        double opened = health.connects().orElse(0);
        long polls = measured.answers().polls();
        if (connections != Connections.CLOSED && polls > ENOUGH_POLLS && opened > MOST_CONNECTS * polls) {
            broken.add(text(
                    "%.0f connections were opened for %d polls: the server or something before it closes them",
                    opened, polls));
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
