package org.devicegrant.load.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** A recorder for each metric, and what was drained from them so far. Recording is wait-free; draining is for one thread. */
final class Distributions {
    static final long LARGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    /** Three digits: neighbouring values that are kept apart differ by less than 0.1 %. */
    static final int DIGITS = 3;

    private final PerConstant<Metric, Channel> channels = PerConstant.of(Metric.class, metric -> new Channel());

    static Histogram empty() {
        return new Histogram(LARGEST_MICROS, DIGITS);
    }

    void record(Metric metric, long nanos) {
        channels.get(metric).recorder.recordValue(Math.min(LARGEST_MICROS, Math.max(0, nanos / 1000)));
    }

    /** Moves what was recorded since the last call into the total and returns it; good until the next call. */
    PerConstant<Metric, Histogram> drain() {
        return channels.map((metric, channel) -> channel.drain());
    }

    /** Everything drained so far. */
    PerConstant<Metric, Histogram> total() {
        return channels.map((metric, channel) -> channel.total.copy());
    }

    private static final class Channel {
        final Recorder recorder = new Recorder(LARGEST_MICROS, DIGITS);
        final Histogram total = empty();
        private @Nullable Histogram spare;

        Histogram drain() {
            Histogram part = recorder.getIntervalHistogram(spare);
            total.add(part);
            spare = part;
            return part;
        }
    }
}
