package org.devicegrant.load.merge;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.PerConstant;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.reports.OwnerOnlyFiles;

/**
 * An HdrHistogram interval log with one tag for each metric, in microseconds: buckets keep their exact counts, so nothing
 * is lost when logs are added up. Polls around the counted window have tags of their own.
 */
public final class HistogramLog implements HistogramSink, AutoCloseable {
    /** Before the tag of what does not count. */
    static final String AROUND = "around-";

    private final PrintStream out;
    private final HistogramLogWriter log;
    private final Map<String, Histogram> written = new TreeMap<>();
    private long last;

    private HistogramLog(PrintStream out) {
        this.out = out;
        this.log = new HistogramLogWriter(out);
        log.outputLogFormatVersion();
        log.outputLegend();
    }

    /** Opens a log, in a directory that is made if need be. */
    public static HistogramLog create(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            OwnerOnlyFiles.createDirectories(directory);
        }
        try {
            OutputStream stream = new BufferedOutputStream(OwnerOnlyFiles.create(file));
            return new HistogramLog(new PrintStream(stream, false, StandardCharsets.UTF_8));
        } catch (FileSystemException e) {
            throw new IOException(file + " cannot be written", e);
        }
    }

    @Override
    public synchronized void write(Recording.Interval interval, long offset) {
        interval.inside().forEach((metric, histogram) -> output(metric.tag(), histogram, offset));
        output(AROUND + Metric.LATENCY.tag(), interval.outside().get(Metric.LATENCY), offset);
        output(AROUND + Metric.LATENESS.tag(), interval.outside().get(Metric.LATENESS), offset);
        last = offset;
    }

    @Override
    public synchronized void add(String tag, Histogram histogram) {
        output(tag, histogram.copy(), last);
    }

    /** Polls without an answer are in the distributions with how long they had waited at the end, but in no interval. */
    @Override
    public synchronized void finish(PerConstant<Metric, Histogram> distributions) {
        distributions.forEach((metric, total) -> {
            Histogram rest = total.copy();
            Histogram known = written.get(metric.tag());
            if (known != null) {
                rest.subtract(known);
            }
            output(metric.tag(), rest, last);
        });
    }

    @Override
    public void close() {
        out.close();
    }

    private void output(String tag, Histogram histogram, long offset) {
        if (histogram.getTotalCount() > 0) {
            histogram.setTag(tag);
            log.outputIntervalHistogram(last / 1e9, offset / 1e9, histogram, 1000.0);
            written.computeIfAbsent(tag, any -> new Histogram(histogram)).add(histogram);
        }
    }
}
