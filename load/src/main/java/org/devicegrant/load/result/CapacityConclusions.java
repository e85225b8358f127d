package org.devicegrant.load.result;

import java.util.List;
import java.util.Locale;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadReport;

/** What to conclude from a search: what is carried, what gave out, how far to trust it. */
final class CapacityConclusions {
    /** The reference trial may change by so much before it has to be said. */
    private static final double DRIFT = 0.25;

    private CapacityConclusions() {}

    static List<String> of(LoadReport r, LoadCapacity c) {
        return List.of(carried(r, c), gaveOut(r, c), trust(r, c));
    }

    private static String carried(LoadReport r, LoadCapacity c) {
        if (c.devicesFrom() == 0) {
            return c.devicesTo() == null
                    ? "No load was tried to its end."
                    : "No load was carried: " + c.gaveOut() + ".";
        }
        Integer to = c.devicesTo();
        String range = to == null
                ? text("%d devices or more", c.devicesFrom())
                : text("between %d and %d devices", c.devicesFrom(), to);
        return text(
                "This server carries %s that poll every %.1f s, which is %.1f polls/s.",
                range, r.settings().intervalMs() / 1000.0, c.pollsPerSecond());
    }

    private static String gaveOut(LoadReport r, LoadCapacity c) {
        if (r.stoppedBecause() != null) {
            String beyond = c.devicesFrom() == 0 || c.devicesTo() == null ? "" : "Beyond that " + c.gaveOut() + ". ";
            return beyond + "The search ended before its time: " + r.stoppedBecause() + ".";
        }
        return c.devicesTo() == null
                ? "Nothing gave out up to the cap on rate and devices, so the limit is not known."
                : c.devicesFrom() == 0 ? "" : "Beyond that " + c.gaveOut() + ", and the generator was well.";
    }

    private static String trust(LoadReport r, LoadCapacity c) {
        Double ceiling = r.generator().ceilingPollsPerSecond();
        String own = ceiling == null ? "" : text(", and the generator itself can do %.0f polls/s", ceiling);
        String drift = c.machineDrift() > DRIFT
                ? text("; the reference trial changed by %.0f %% meanwhile", c.machineDrift() * 100)
                : "";
        if (c.devicesFrom() == 0) {
            return "";
        }
        return "The lower end passed " + c.confirmed() + own + drift + ".";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
