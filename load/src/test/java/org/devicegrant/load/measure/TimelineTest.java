package org.devicegrant.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.devicegrant.load.measure.Timeline.Slice;
import org.devicegrant.load.protocol.AnswerKind;
import org.junit.jupiter.api.Test;

/** A run over time, in slices of two seconds that begin at 100 s of the clock. */
class TimelineTest {
    private static final long MILLI = 1_000_000L;
    private static final long ORIGIN = 100_000;

    private final Recording recording = new Recording(new Window(ORIGIN * MILLI, 2 * ORIGIN * MILLI));
    private final Timeline timeline = new Timeline(ORIGIN * MILLI, 2);

    @Test
    void aSliceIsClosedByTheTickThatIsNearestToItsEnd() {
        poll(10, 0);
        add(1_000);
        assertThat(timeline.slices()).isEmpty();

        poll(30, 5);
        add(1_499);
        assertThat(timeline.slices()).isEmpty();
        add(1_500);

        assertThat(timeline.slices()).hasSize(1);
        Slice slice = timeline.slices().get(0);
        assertThat(slice.startSeconds()).isZero();
        assertThat(slice.seconds()).isEqualTo(1.5);
        assertThat(slice.answers().polls()).isEqualTo(2);
        assertThat(slice.p50Micros()).isBetween(10_000L, 10_010L);
        assertThat(slice.p99Micros()).isBetween(30_000L, 30_030L);
        assertThat(slice.maxMicros()).isBetween(30_000L, 30_030L);
        assertThat(slice.latenessP99Micros()).isBetween(5_000L, 5_010L);
    }

    @Test
    void everySliceHoldsOnlyItsOwn() {
        poll(30, 20);
        add(2_000);
        poll(10, 0);
        add(4_000);

        Slice second = timeline.slices().get(1);
        assertThat(second.startSeconds()).isEqualTo(2);
        assertThat(second.seconds()).isEqualTo(2);
        assertThat(second.answers().polls()).isEqualTo(1);
        assertThat(second.maxMicros()).isLessThan(11_000);
        assertThat(second.latenessP99Micros()).isZero();
    }

    @Test
    void theLastSliceMayBeShortButNotEmpty() {
        poll(10, 0);
        add(2_000);
        timeline.finish(recording.allAnswers(), (ORIGIN + 2_100) * MILLI);
        assertThat(timeline.slices()).hasSize(1);

        poll(10, 0);
        add(2_200);
        timeline.finish(recording.allAnswers(), (ORIGIN + 2_300) * MILLI);
        assertThat(timeline.slices()).hasSize(2);
        assertThat(timeline.slices().get(1).answers().total()).isEqualTo(1);
    }

    private void poll(long latency, long lateness) {
        long due = ORIGIN * MILLI;
        long sent = due + lateness * MILLI;
        recording.polled(due, sent, sent, due + latency * MILLI, AnswerKind.PENDING);
    }

    private void add(long millis) {
        timeline.add(recording.drain(), (ORIGIN + millis) * MILLI);
    }
}
