package org.devicegrant.load.capacity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.devicegrant.reports.model.LoadCapacity.Instances;
import org.devicegrant.reports.model.LoadCapacity.Law;
import org.jspecify.annotations.Nullable;

/**
 * What to expect of more instances than were measured, but never of more than twice as many: beyond that a fit says more
 * about the formula than about the server.
 */
public final class Prediction {
    private static final int DRAWS = 1_000;
    /** What a measured capacity may be off: half the width of the interval that a search leaves. */
    private static final double SPREAD = 0.05;

    private Prediction() {}

    /** In one sentence, from the numbers of instances that were measured. */
    public static String sentence(List<Instances> measured, @Nullable Law law) {
        int largest = measured.stream().mapToInt(Instances::count).max().orElse(1);
        if (law == null) {
            return measured.size() < 2
                    ? text(
                            "One number of instances was measured (%d): twice as many carry at most twice as much, and"
                                    + " nothing is said beyond that.",
                            largest)
                    : "Two numbers of instances were measured; a law takes three, for example 1, 2 and 4.";
        }
        double[] range = range(measured, largest * 2);
        return text(
                "%d instances should carry %.0f polls/s (90 %% of the fits that the measurements allow lie between %.0f and"
                        + " %.0f); nothing is said beyond that.",
                largest * 2, ScalabilityLaw.polls(law, largest * 2), range[0], range[1]);
    }

    /** The middle 90 % of what the law says when every point is drawn again within its own uncertainty. */
    static double[] range(List<Instances> measured, int instances) {
        Random random = new Random(1);
        double[] drawn = IntStream.range(0, DRAWS)
                .mapToObj(draw -> measured.stream()
                        .map(point -> new Instances(
                                point.count(), point.pollsPerSecond() * (1 + SPREAD * (2 * random.nextDouble() - 1))))
                        .toList())
                .map(ScalabilityLaw::fit)
                .filter(law -> law != null)
                .mapToDouble(law -> ScalabilityLaw.polls(law, instances))
                .sorted()
                .toArray();
        return new double[] {
            Arrays.stream(drawn).skip(drawn.length / 20).findFirst().orElse(0),
            Arrays.stream(drawn).skip(drawn.length * 19L / 20).findFirst().orElse(0)
        };
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
