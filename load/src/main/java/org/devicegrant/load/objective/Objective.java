package org.devicegrant.load.objective;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Something a run must reach. */
public sealed interface Objective {
    /** Its name, for example {@code p99}. */
    String name();

    /** The limit for people, for example {@code 250 ms}. */
    String limit();

    /**
     * A latency that so many percent of the polls must keep.
     *
     * @param name {@code p50}, {@code p90}, {@code p99}, {@code p999} or {@code max}
     * @param percentile from 0 to 100
     * @param most the limit
     */
    record Latency(String name, double percentile, Duration most) implements Objective {
        @Override
        public String limit() {
            return exact(BigDecimal.valueOf(most.toNanos(), 6)) + " ms";
        }
    }

    /**
     * Failures among all answers.
     *
     * @param most from 0 to 1
     */
    record Errors(double most) implements Objective {
        @Override
        public String name() {
            return "errors";
        }

        @Override
        public String limit() {
            return exact(BigDecimal.valueOf(most).movePointRight(2)) + " %";
        }
    }

    /** Without rounding: merged reports are judged again by what is written here. */
    private static String exact(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** A number of milliseconds for people. */
    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    /** A share for people. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.3g %%", share * 100).replace(".000", "");
    }
}
