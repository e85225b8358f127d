package org.devicegrant.load.capacity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.devicegrant.load.measure.Answers;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.run.Tick;

/** Splits a trial into windows of five seconds while it runs. Fed by the trial's own thread, read when it is over. */
public final class Windows implements HistogramSink, Consumer<Tick> {
    /** Length of a window. */
    public static final Duration LENGTH = Duration.ofSeconds(5);

    private final double start;
    private final List<Part> parts = new ArrayList<>();
    private Answers before = Answers.none();

    /** That many windows from {@code start}, an offset from the trial's origin. */
    public Windows(Duration start, int count) {
        this.start = start.toNanos() / 1e9;
        for (int window = 0; window < count; window++) {
            parts.add(new Part());
        }
    }

    @Override
    public void write(Recording.Interval interval, long offset) {
        Part part = at(offset / 1e9);
        part.latency.add(interval.inside().get(Metric.LATENCY));
        part.lateness.add(interval.inside().get(Metric.LATENESS));
    }

    @Override
    public void accept(Tick tick) {
        Answers now = tick.answers();
        if (tick.seconds() >= start) {
            Part part = at(tick.seconds());
            part.answers = part.answers.plus(now.since(before));
        }
        before = now;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Answers that come after the last window to polls that were due in it belong to it. */
    private Part at(double seconds) {
        double window = (seconds - start) / LENGTH.toSeconds();
        return parts.get((int) Math.max(0, Math.min(parts.size() - 1.0, window)));
    }

    /** What came in one window. */
    static final class Part {
        final Histogram latency = new Histogram(Duration.ofHours(1).toMillis() * 1000, 3);
        final Histogram lateness = new Histogram(Duration.ofHours(1).toMillis() * 1000, 3);
        private Answers answers = Answers.none();

        /** Failures among all answers, from 0 to 1. */
        double errors() {
            return answers.total() == 0 ? 0 : (double) answers.failures() / answers.total();
        }
    }
}
