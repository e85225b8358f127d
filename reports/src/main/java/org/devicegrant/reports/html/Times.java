package org.devicegrant.reports.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and durations for people, the same on every machine. */
public final class Times {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH);

    private Times() {}

    /** For example {@code 21 November 2026, 20:00:00 UTC}. */
    public static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A duration in milliseconds, for example {@code 3 ms}, {@code 4.2 s}, {@code 1 min 21 s}. */
    public static String duration(double milliseconds) {
        if (milliseconds < 1000) {
            return String.format(Locale.ROOT, milliseconds < 10 ? "%.1f ms" : "%.0f ms", milliseconds)
                    .replace(".0 ms", " ms");
        }
        long seconds = Math.round(milliseconds / 1000);
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000).replace(".0 s", " s");
        }
        return seconds < 3600
                ? together(seconds / 60, "min", seconds % 60, "s")
                : together(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }

    /** A measured duration in milliseconds, to the hundredth of a second, for example {@code 60.41 s}. */
    public static String measured(double milliseconds) {
        if (milliseconds < 0) {
            return "−" + measured(-milliseconds);
        }
        return milliseconds < 1000
                ? duration(milliseconds)
                : String.format(Locale.ROOT, "%.2f s", milliseconds / 1000).replace(".00 s", " s");
    }

    /** A point of a run in milliseconds since its start, for example {@code +12.345 s}. */
    public static String offset(double milliseconds) {
        return String.format(Locale.ROOT, "+%.3f s", milliseconds / 1000);
    }

    private static String together(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
