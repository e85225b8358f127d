package org.devicegrant.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.reports.model.LoadPercentiles;
import org.junit.jupiter.api.Test;

/** What is kept of every request, and what counts: what was due from 10 ms until before 20 ms. */
class RecordingTest {
    private static final long MILLI = 1_000_000L;

    private final Recording recording = new Recording(new Window(10 * MILLI, 20 * MILLI));

    @Test
    void whatWasDueInTheWindowCountsWheneverItIsAnswered() {
        poll(9, AnswerKind.PENDING);
        poll(10, AnswerKind.PENDING);
        poll(19, AnswerKind.SLOW_DOWN);
        assertThat(poll(20, AnswerKind.PENDING)).isEqualTo(4);

        Recording.Interval interval = recording.drain();

        assertThat(recording.answers().polls()).isEqualTo(2);
        assertThat(recording.allAnswers().polls()).isEqualTo(4);
        assertThat(recording.allAnswers().of(AnswerKind.PENDING)).isEqualTo(3);
        assertThat(interval.answersInside().of(AnswerKind.SLOW_DOWN)).isEqualTo(1);
        assertThat(interval.answers().polls()).isEqualTo(4);
        assertThat(interval.inside().get(Metric.LATENCY).getTotalCount()).isEqualTo(2);
        assertThat(interval.all(Metric.LATENCY).getTotalCount()).isEqualTo(4);
        assertThat(recording.latenessOutside().getTotalCount()).isEqualTo(2);
    }

    @Test
    void everyPartOfTheWayIsADistributionOfItsOwn() {
        recording.polled(10 * MILLI, 11 * MILLI, 13 * MILLI, 17 * MILLI, AnswerKind.PENDING);
        recording.issued(10 * MILLI, 12 * MILLI, 15 * MILLI, 25 * MILLI);
        recording.redeemed(4 * MILLI, 12 * MILLI);
        recording.drain();

        assertMillis(Metric.LATENCY, 7);
        assertMillis(Metric.LATENESS, 1, 2);
        assertMillis(Metric.CONNECTING, 2, 3);
        assertMillis(Metric.ISSUANCE, 15);
        assertMillis(Metric.REDEMPTION, 8);
        assertThat(recording.answers().of(AnswerKind.AUTHORIZED)).isEqualTo(1);
    }

    @Test
    void whatIsNoPollIsCountedWithoutOne() {
        poll(10, AnswerKind.PENDING);
        recording.issued(9 * MILLI, 9 * MILLI, 10 * MILLI, 12 * MILLI);
        assertThat(recording.notIssued(12 * MILLI, AnswerKind.THROTTLED, 14 * MILLI))
                .isEqualTo(1);
        recording.redeemed(4 * MILLI, 20 * MILLI);

        Recording.Interval interval = recording.drain();

        assertThat(recording.answers().total()).isEqualTo(2);
        assertThat(recording.answers().of(AnswerKind.THROTTLED)).isEqualTo(1);
        assertThat(interval.answersOutside().of(AnswerKind.AUTHORIZED)).isEqualTo(1);
        assertThat(interval.outside().get(Metric.ISSUANCE).getMaxValue()).isBetween(3_000L, 3_003L);
        assertThat(interval.outside().get(Metric.LATENESS).getTotalCount()).isEqualTo(1);
        assertThat(interval.outside().get(Metric.CONNECTING).getMaxValue()).isBetween(1_000L, 1_001L);
        assertThat(interval.outside().get(Metric.REDEMPTION).getTotalCount()).isEqualTo(1);
        assertThat(interval.inside().get(Metric.ISSUANCE).getTotalCount()).isEqualTo(1);
    }

    @Test
    void anIntervalHoldsWhatCameSinceTheLastOneAndTheTotalEverything() {
        poll(10, AnswerKind.PENDING);
        recording.drain();
        poll(11, AnswerKind.PENDING);

        assertThat(recording.drain().inside().get(Metric.LATENCY).getTotalCount())
                .isEqualTo(1);
        assertThat(recording.drain().inside().get(Metric.LATENCY).getTotalCount())
                .isZero();
        assertThat(recording.measured().get(Metric.LATENCY).getTotalCount()).isEqualTo(2);
    }

    @Test
    void requestsAreUnderwayUntilTheyHaveTheirEnd() {
        for (int i = 0; i < 4; i++) {
            recording.sending();
        }
        poll(10, AnswerKind.NO_ANSWER);
        recording.issued(10, 10, 10, 11);

        assertThat(recording.underway()).isEqualTo(2);
    }

    @Test
    void silencesAreCountedByReasonAndToldTheMostFrequentFirst() {
        recording.silent("reset");
        recording.silent("no answer in time");
        recording.silent("no answer in time");

        assertThat(recording.silences()).isEqualTo(Map.of("no answer in time", 2L, "reset", 1L));
        assertThat(Silences.text(recording.silences())).isEqualTo("2 times no answer in time, 1 time reset");
    }

    @Test
    void valuesBeyondAnHourAndBelowNothingAreKeptAtThese() {
        recording.polled(10 * MILLI, 9 * MILLI, 9 * MILLI, 4_000_000 * MILLI, AnswerKind.PENDING);

        Recording.Interval interval = recording.drain();

        assertThat(interval.inside().get(Metric.LATENESS).getMaxValue()).isZero();
        assertThat(interval.inside().get(Metric.LATENCY).getMaxValue()).isBetween(3_600_000_000L, 3_603_600_000L);
    }

    @Test
    void aWindowIsHalfOpenAndTheClockMayOverflow() {
        Window window = new Window(Long.MAX_VALUE - 5, Long.MIN_VALUE + 5);

        assertThat(window.holds(Long.MAX_VALUE - 6)).isFalse();
        assertThat(window.holds(Long.MAX_VALUE - 5)).isTrue();
        assertThat(window.holds(Long.MIN_VALUE + 4)).isTrue();
        assertThat(window.holds(Long.MIN_VALUE + 5)).isFalse();
        assertThat(recording.window().seconds()).isEqualTo(0.01);
    }

    @Test
    void answersAddUpAndDiffer() {
        Answers one = new Answers(Map.of(AnswerKind.PENDING, 5L, AnswerKind.AUTHORIZED, 2L));
        Answers other = new Answers(Map.of(AnswerKind.PENDING, 3L, AnswerKind.NO_ANSWER, 1L));

        assertThat(one.polls()).isEqualTo(5);
        assertThat(one.total()).isEqualTo(7);
        assertThat(one.failures()).isZero();
        assertThat(other.failures()).isEqualTo(1);
        assertThat(one.plus(other).of(AnswerKind.PENDING)).isEqualTo(8);
        assertThat(one.plus(other).total()).isEqualTo(11);
        assertThat(one.since(other).of(AnswerKind.PENDING)).isEqualTo(2);
        assertThat(Answers.none().total()).isZero();
    }

    @Test
    void percentilesAreInMilliseconds() {
        Histogram histogram = Distributions.empty();
        histogram.recordValueWithCount(1_000, 50);
        histogram.recordValueWithCount(2_000, 40);
        histogram.recordValueWithCount(3_000, 9);
        histogram.recordValue(4_000);

        LoadPercentiles found = Percentiles.of(histogram);

        assertThat(found.count()).isEqualTo(100);
        assertThat(found.mean()).isBetween(1.6, 1.62);
        assertThat(new double[] {found.p50(), found.p90(), found.p99(), found.p999(), found.max()})
                .usingComparatorWithPrecision(0.01)
                .containsExactly(1, 2, 3, 4, 4);
        assertThat(Percentiles.of(Distributions.empty())).isEqualTo(LoadPercentiles.none());
    }

    @Test
    void aDigestIsNewOnceHoweverManyThereAre() {
        SeenOnce seen = new SeenOnce();
        Random random = new Random(7);
        long[] digests = random.longs(5_000).filter(digest -> digest != 0).toArray();

        for (long digest : digests) {
            assertThat(seen.add(digest)).isTrue();
        }
        for (long digest : digests) {
            assertThat(seen.add(digest)).isFalse();
        }
        // Digests that differ where the table does not look come into the same place.
        assertThat(seen.add(1L << 40 | 1_023)).isTrue();
        assertThat(seen.add(1L << 41 | 1_023)).isTrue();
        assertThat(seen.add(1L << 40 | 1_023)).isFalse();
    }

    @Test
    void whatAMachineDoesNotSayIsNamed() {
        OptionalDouble some = OptionalDouble.of(1);
        OptionalDouble none = OptionalDouble.empty();

        assertThat(new Health(1, 1, 1, 1, 1, 1, some, some, some, some).unknown())
                .isEmpty();
        assertThat(new Health(1, 1, 1, 1, 1, 1, none, some, none, some).unknown())
                .containsExactly("stolen processor time", "connections opened");
        assertThat(new Health(1, 1, 1, 1, 1, 1, some, none, some, none).unknown())
                .containsExactly("throttling", "open files");
    }

    private long poll(long due, AnswerKind kind) {
        return recording.polled(due * MILLI, due * MILLI, due * MILLI, (due + 5) * MILLI, kind);
    }

    private void assertMillis(Metric metric, long... millis) {
        Histogram histogram = recording.measured().get(metric);
        assertThat(histogram.getTotalCount()).isEqualTo(millis.length);
        for (long each : millis) {
            assertThat(histogram.getCountAtValue(each * 1_000)).as(metric.tag()).isEqualTo(1);
        }
    }
}
