package org.devicegrant.load.objective;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.devicegrant.reports.model.LoadReport.LoadObjective;

/** The objectives of a run. The last one given of each name holds. */
public final class Objectives {
    private static final Map<String, Double> PERCENTILES =
            new TreeMap<>(Map.of("p50", 50.0, "p90", 90.0, "p99", 99.0, "p999", 99.9, "p99.9", 99.9, "max", 100.0));
    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s)");
    private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

    private final List<Objective> all;

    private Objectives(List<Objective> all) {
        this.all = all;
    }

    /** Nothing must be reached. */
    public static Objectives none() {
        return new Objectives(List.of());
    }

    /** Those given. */
    public static Objectives of(List<Objective> objectives) {
        return new Objectives(List.copyOf(objectives));
    }

    /**
     * An objective written as {@code p99=250ms}, {@code max=2s} or {@code errors=0.1%}.
     *
     * @throws IllegalArgumentException if it is not; the message says what may be written
     */
    public static Objective parse(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? "" : text.substring(0, equals).strip();
        String limit = equals < 0 ? "" : text.substring(equals + 1).strip();
        Matcher share = SHARE.matcher(limit);
        if (name.equals("errors") && share.matches()) {
            return new Objective.Errors(Double.parseDouble(share.group(1)) / 100);
        }
        Matcher time = TIME.matcher(limit);
        Double percentile = PERCENTILES.get(name);
        if (percentile != null && time.matches()) {
            double millis = Double.parseDouble(time.group(1)) * (time.group(2).equals("s") ? 1000 : 1);
            Duration most = Duration.ofNanos(Math.round(millis * 1e6));
            return new Objective.Latency(name.equals("p99.9") ? "p999" : name, percentile, most);
        }
        throw new IllegalArgumentException("objective \"" + text
                + "\" is not understood: write p50, p90, p99, p999 or max with a time (p99=250ms), or errors with a share"
                + " (errors=0.1%)");
    }

    /** These, with others of the same name replaced. */
    public Objectives with(List<Objective> others) {
        List<Objective> merged = new ArrayList<>(all);
        for (Objective other : others) {
            merged.removeIf(known -> known.name().equals(other.name()));
            merged.add(other);
        }
        return new Objectives(merged);
    }

    /** Their names. */
    public Set<String> names() {
        return all.stream().map(Objective::name).collect(Collectors.toSet());
    }

    /** How many of them are about latency. */
    public long latencies() {
        return all.stream().filter(Objective.Latency.class::isInstance).count();
    }

    /** The shortest time that one of them allows, in milliseconds; 0 if none is about latency. */
    public double tightestMillis() {
        return all.stream()
                .filter(Objective.Latency.class::isInstance)
                .mapToDouble(one -> ((Objective.Latency) one).most().toNanos() / 1e6)
                .min()
                .orElse(0);
    }

    /**
     * Whether one about latency is missed even if so many milliseconds are taken off every value, and that share of them,
     * from 0 to 1, is left out where they are worst.
     */
    public boolean missedBeyond(Histogram latency, double millis, double share) {
        return all.stream()
                .filter(Objective.Latency.class::isInstance)
                .map(Objective.Latency.class::cast)
                .anyMatch(limit -> {
                    long most = limit.most().toNanos() / 1000 + Math.round(millis * 1000);
                    double above = 1 - latency.getPercentileAtOrBelowValue(most) / 100;
                    return above - share > 1 - limit.percentile() / 100;
                });
    }

    /** Whether that share of failures, from 0 to 1, is more than one of them allows. */
    public boolean errorsMissed(double errors) {
        return all.stream().anyMatch(one -> one instanceof Objective.Errors limit && errors > limit.most());
    }

    /** All of them in words, for example {@code p99 at most 250 ms and errors at most 0.1 %}. */
    public String words() {
        return all.stream().map(one -> one.name() + " at most " + one.limit()).collect(Collectors.joining(" and "));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Holds each against what was measured: latencies in microseconds and the share of failures, from 0 to 1. */
    public List<LoadObjective> judge(Histogram latency, double errors) {
        return all.stream().map(objective -> judge(objective, latency, errors)).toList();
    }

    private static LoadObjective judge(Objective objective, Histogram latency, double errors) {
        if (objective instanceof Objective.Errors limit) {
            return new LoadObjective(limit.name(), limit.limit(), Objective.percent(errors), errors <= limit.most());
        }
        Objective.Latency limit = (Objective.Latency) objective;
        double millis = latency.getValueAtPercentile(limit.percentile()) / 1000.0;
        boolean met = latency.getTotalCount() > 0 && millis <= limit.most().toNanos() / 1e6;
        String measured = latency.getTotalCount() == 0 ? "nothing measured" : Objective.millis(millis);
        return new LoadObjective(limit.name(), limit.limit(), measured, met);
    }

    @Override
    public String toString() {
        return Arrays.toString(all.stream().map(o -> o.name() + "=" + o.limit()).toArray());
    }
}
