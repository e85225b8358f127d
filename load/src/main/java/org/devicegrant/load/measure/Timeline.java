package org.devicegrant.load.measure;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The run over time, in slices of equal length. Fed by one thread; read by any. */
public final class Timeline {
    private final long sliceNanos;
    private final long origin;
    private final List<Slice> slices = new ArrayList<>();
    private Histogram latency = Distributions.empty();
    private Histogram lateness = Distributions.empty();
    private Answers before = Answers.none();
    private long sliceStart;

    /** A timeline from {@code origin}, a reading of the clock, in slices of so many seconds. */
    public Timeline(long origin, int sliceSeconds) {
        this.origin = origin;
        this.sliceStart = origin;
        this.sliceNanos = sliceSeconds * 1_000_000_000L;
    }

    /** Adds what came until {@code now}; closes a slice when its time is over. */
    public synchronized void add(Recording.Interval interval, long now) {
        latency.add(interval.all(Metric.LATENCY));
        lateness.add(interval.all(Metric.LATENESS));
        // Half a tick early is near enough; otherwise every second slice would take two ticks.
        if (now - sliceStart >= sliceNanos - 500_000_000L) {
            close(interval.answers(), now);
        }
    }

    /** Closes the last slice, however short. */
    public synchronized void finish(Answers answers, long now) {
        if (answers.since(before).total() > 0) {
            close(answers, now);
        }
    }

    /** The slices closed so far. */
    public synchronized List<Slice> slices() {
        return List.copyOf(slices);
    }

    private void close(Answers answers, long now) {
        slices.add(new Slice(
                (sliceStart - origin) / 1e9,
                (now - sliceStart) / 1e9,
                answers.since(before),
                latency.getValueAtPercentile(50),
                latency.getValueAtPercentile(99),
                latency.getMaxValue(),
                lateness.getValueAtPercentile(99)));
        before = answers;
        latency = Distributions.empty();
        lateness = Distributions.empty();
        sliceStart = now;
    }

    /**
     * One slice.
     *
     * @param startSeconds its start in seconds since the origin
     * @param seconds its length
     * @param answers answers of each kind in it
     * @param p50Micros median latency of its polls in microseconds
     * @param p99Micros 99th percentile
     * @param maxMicros largest
     * @param latenessP99Micros 99th percentile of the generator's schedule error
     */
    public record Slice(
            double startSeconds,
            double seconds,
            Answers answers,
            long p50Micros,
            long p99Micros,
            long maxMicros,
            long latenessP99Micros) {}
}
