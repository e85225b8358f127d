package org.devicegrant.load.measure;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.devicegrant.load.protocol.AnswerKind;

/**
 * Everything a run measures, split into the window that counts and the time around it. Recording is thread-safe and
 * wait-free; {@link #drain} belongs to one thread.
 */
public final class Recording {
    private final Window window;
    private final Distributions inside = new Distributions();
    private final Distributions outside = new Distributions();
    private final Counts countsInside = new Counts();
    private final Counts countsOutside = new Counts();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final AtomicLong polls = new AtomicLong();
    private final Silences silences = new Silences();

    /** An empty recording whose figures count inside the window. */
    public Recording(Window window) {
        this.window = window;
    }

    /** The window that counts. */
    public Window window() {
        return window;
    }

    /** A request is handed over. */
    public void sending() {
        begun.increment();
    }

    /** A request has no answer for good, and this is why. */
    public void silent(String reason) {
        silences.add(reason);
    }

    /** Why requests of the whole run got no answer, and how often. */
    public java.util.Map<String, Long> silences() {
        return silences.counts();
    }

    /** A poll has an answer, or has none for good. Returns how many polls there have been. */
    public long polled(long due, long asked, long sent, long answered, AnswerKind kind) {
        ended.increment();
        Distributions distributions = window.holds(due) ? inside : outside;
        distributions.record(Metric.LATENCY, answered - due);
        distributions.record(Metric.LATENESS, asked - due);
        distributions.record(Metric.CONNECTING, sent - asked);
        (distributions == inside ? countsInside : countsOutside).add(kind);
        return polls.incrementAndGet();
    }

    /** A device code was issued. */
    public void issued(long due, long asked, long sent, long answered) {
        Distributions distributions = window.holds(due) ? inside : outside;
        distributions.record(Metric.LATENESS, asked - due);
        distributions.record(Metric.CONNECTING, sent - asked);
        notIssued(due, AnswerKind.AUTHORIZED, answered);
    }

    /** A device authorization request was answered, with or without codes, or has no answer for good. */
    public long notIssued(long due, AnswerKind kind, long answered) {
        ended.increment();
        boolean counts = window.holds(due);
        (counts ? inside : outside).record(Metric.ISSUANCE, answered - due);
        (counts ? countsInside : countsOutside).add(kind);
        return polls.get();
    }

    /** A device has the token for a code that was approved at {@code approved}. */
    public void redeemed(long approved, long answered) {
        (window.holds(answered) ? inside : outside).record(Metric.REDEMPTION, answered - approved);
    }

    /** Requests handed over so far that have no end yet. */
    public long underway() {
        return begun.sum() - ended.sum();
    }

    /** What was recorded since the last call. */
    public Interval drain() {
        return new Interval(inside.drain(), outside.drain(), countsInside.answers(), countsOutside.answers());
    }

    /** The distributions of the window, as far as they were drained. */
    public PerConstant<Metric, Histogram> measured() {
        return inside.total();
    }

    /** How late requests around the window were, as far as that was drained. */
    public Histogram latenessOutside() {
        return outside.total().get(Metric.LATENESS);
    }

    /** Answers of the window. */
    public Answers answers() {
        return countsInside.answers();
    }

    /** Answers of the whole run. */
    public Answers allAnswers() {
        return countsInside.answers().plus(countsOutside.answers());
    }

    /**
     * What came between two calls of {@link #drain}.
     *
     * @param inside distributions of the window; good until the next drain
     * @param outside distributions of the time around it
     * @param answersInside answers of the window so far, not only of this interval
     * @param answersOutside answers around it so far
     */
    public record Interval(
            PerConstant<Metric, Histogram> inside,
            PerConstant<Metric, Histogram> outside,
            Answers answersInside,
            Answers answersOutside) {
        /** Answers of the whole run so far. */
        public Answers answers() {
            return answersInside.plus(answersOutside);
        }

        /** A distribution of the whole interval. */
        public Histogram all(Metric metric) {
            Histogram all = inside.get(metric).copy();
            all.add(outside.get(metric));
            return all;
        }
    }
}
