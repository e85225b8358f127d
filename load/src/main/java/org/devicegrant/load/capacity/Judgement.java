package org.devicegrant.load.capacity;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Attempt.Figures;
import org.devicegrant.load.guard.Guard;
import org.devicegrant.load.guard.Guards;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.run.Measured;
import org.devicegrant.reports.model.LoadReport.LoadObjective;
import org.jspecify.annotations.Nullable;

/**
 * Judges a trial. Lateness of the generator is looked at window by window, because it comes in bursts; a collector's
 * pause shows there too. What lasts for the whole trial makes all of it invalid: the first kinds always, the second only
 * if the trial failed, because a disturbance makes nothing look better.
 */
public final class Judgement {
    private static final Set<Guard> ALWAYS = EnumSet.of(Guard.CEILING, Guard.LOOP, Guard.FILES);
    private static final Set<Guard> IF_FAILED = EnumSet.of(
            Guard.CEILING,
            Guard.LOOP,
            Guard.FILES,
            Guard.JIT,
            Guard.STOLEN,
            Guard.THROTTLED,
            Guard.STANDSTILL,
            Guard.START);
    /** What is late by this share of what an objective allows decides nothing. */
    private static final double LATENESS_OF_LIMIT = 0.1;
    /** Devices that are late on average by this share of the interval offer less than they should. */
    private static final double MOST_MEAN_LATENESS = 0.01;
    /** Lateness that is looked past, in milliseconds; whichever shows most. */
    private static final double[] ALLOWANCES = {1, 3, 10, 30};
    /** With fewer answers than this share of what the devices should have got, the others are still missing. */
    private static final double LEAST_ANSWERS = 0.5;

    private final Objectives objectives;
    private final Duration interval;
    private final double mostLateness;

    /** By these objectives, for devices that wait so long. */
    public Judgement(Objectives objectives, Duration interval) {
        this.objectives = objectives;
        this.interval = interval;
        this.mostLateness =
                Math.max(Guards.mostLatenessMillis(interval), LATENESS_OF_LIMIT * objectives.tightestMillis());
    }

    /** What a trial with so many polls offered per second has shown. */
    public Attempt judge(
            Attempt.Kind kind, int devices, double offered, Measured measured, Windows parts, Guards guards) {
        List<Window> windows =
                parts.parts().stream().map(part -> window(part, offered)).toList();
        Verdict verdict = measured.failed() ? Verdict.FAIL : Window.verdict(windows);
        String why = measured.failed() ? String.valueOf(measured.stopped()) : why(verdict, windows);
        List<String> broken = guards.words(verdict == Verdict.FAIL ? IF_FAILED : ALWAYS);
        if (!broken.isEmpty() && !measured.failed()) {
            verdict = Verdict.INVALID;
            why = String.join("; ", broken);
        }
        End end = end(measured);
        if (end == End.VIOLATION) {
            verdict = Verdict.FAIL;
            why = "the protocol was broken";
        } else if (end != null) {
            verdict = Verdict.INVALID;
            why = "it was cut short";
        }
        return new Attempt(kind, devices, measured.seconds(), offered, figures(measured), verdict, why, end);
    }

    private static @Nullable End end(Measured measured) {
        if (measured.violations().beyondLoad() > 0) {
            return End.VIOLATION;
        }
        return measured.stopped() != null && !measured.failed() ? End.STOPPED : null;
    }

    private Window window(Windows.Part part, double offered) {
        double expected = offered * Windows.LENGTH.toSeconds();
        String missing = part.latency.getTotalCount() < LEAST_ANSWERS * expected ? "answers are missing" : "";
        String missed = objectives.judge(part.latency, part.errors()).stream()
                .filter(objective -> !objective.met())
                .map(Judgement::text)
                .collect(Collectors.joining(", "));
        Window window = new Window(true, missed.isEmpty() ? missing : missed);
        return valid(part, window.passes()) ? window : new Window(false, window.miss());
    }

    /**
     * Latency counts from when a poll was due, so a late generator can spoil a pass but never make one. And what is missed
     * even if nothing is made of the polls that were late is the server's.
     */
    private boolean valid(Windows.Part part, boolean passes) {
        if (part.latency.getTotalCount() == 0 || part.lateness.getValueAtPercentile(99) / 1000.0 <= mostLateness) {
            return true;
        }
        double mean = part.lateness.getMean() / 1000.0;
        return passes
                ? mean <= Math.max(1, MOST_MEAN_LATENESS * interval.toMillis())
                : Arrays.stream(ALLOWANCES).anyMatch(allowance -> missedAnyway(part, allowance));
    }

    /** Allows so many milliseconds for every poll, and twice the share of polls that were later than that. */
    private boolean missedAnyway(Windows.Part part, double allowance) {
        double late = 1 - part.lateness.getPercentileAtOrBelowValue(Math.round(allowance * 1000)) / 100;
        return objectives.errorsMissed(part.errors()) || objectives.missedBeyond(part.latency, allowance, 2 * late);
    }

    private String why(Verdict verdict, List<Window> windows) {
        return switch (verdict) {
            case PASS -> "";
            case FAIL ->
                windows.stream()
                        .filter(Window::valid)
                        .map(Window::miss)
                        .filter(miss -> !miss.isEmpty())
                        .reduce((first, last) -> last)
                        .orElse("");
            case INVALID ->
                String.format(
                        Locale.ROOT,
                        "the generator was more than %.0f ms late in %d of %d windows",
                        mostLateness,
                        windows.stream().filter(window -> !window.valid()).count(),
                        windows.size());
        };
    }

    private static Figures figures(Measured measured) {
        var latency = measured.distribution(Metric.LATENCY);
        long all = measured.answers().total() + measured.unanswered();
        double errors = all == 0 ? 0 : (double) (measured.answers().failures() + measured.unanswered()) / all;
        return new Figures(
                measured.pollsPerSecond(),
                latency.getTotalCount() == 0 ? 0 : latency.getMean() / 1000,
                latency.getValueAtPercentile(50) / 1000.0,
                latency.getValueAtPercentile(99) / 1000.0,
                errors);
    }

    private static String text(LoadObjective objective) {
        return objective.name() + " " + objective.measured() + " instead of " + objective.limit();
    }
}
