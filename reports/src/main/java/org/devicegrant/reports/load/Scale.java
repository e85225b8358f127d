package org.devicegrant.reports.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From values to places on an axis.
 *
 * @param from smallest value
 * @param to largest value
 * @param log whether equal distances are equal ratios
 */
record Scale(double from, double to, boolean log) {
    private static final int TICKS = 6;

    /** From zero to a round number above the largest value. */
    static Scale linear(double largest) {
        double step = step(Math.max(largest, 1e-9) / TICKS);
        return new Scale(0, Math.max(step, Math.ceil(largest / step) * step), false);
    }

    /** A range as it is, for time. */
    static Scale range(double from, double to) {
        return new Scale(from, to > from ? to : from + 1, false);
    }

    /** Whole decades around the values; both must be positive. */
    static Scale log(double smallest, double largest) {
        double from = Math.pow(10, Math.floor(Math.log10(Math.max(smallest, 1e-3))));
        double to = Math.pow(10, Math.ceil(Math.log10(Math.max(largest, from * 1.01))));
        return new Scale(from, to, true);
    }

    /** Where a value is, from 0 to 1. Values beyond an end are at it. */
    double place(double value) {
        double part = log
                ? (Math.log(Math.max(value, from)) - Math.log(from)) / (Math.log(to) - Math.log(from))
                : (value - from) / (to - from);
        return Math.max(0, Math.min(1, part));
    }

    /** Where lines and labels go. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (log) {
            int decades = (int) Math.round(Math.log10(to / from));
            for (int decade = 0; decade <= decades; decade++) {
                double start = from * Math.pow(10, decade);
                ticks.add(start);
                if (decades < 3 && decade < decades) {
                    ticks.add(start * 2);
                    ticks.add(start * 5);
                }
            }
        } else {
            double step = step((to - from) / TICKS);
            for (double at = Math.ceil(from / step) * step; at <= to + step / 1e6; at += step) {
                ticks.add(at);
            }
        }
        return ticks;
    }

    /** A number short enough for an axis. */
    static String label(double value) {
        if (Math.abs(value) >= 1e6) {
            return trim(value / 1e6) + " M";
        }
        return Math.abs(value) >= 10_000 ? trim(value / 1e3) + " k" : trim(value);
    }

    private static String trim(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }
}
