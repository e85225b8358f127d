package org.devicegrant.load.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.devicegrant.load.measure.Answers;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trial in windows of five seconds, and what these show together. */
class WindowsTest {
    private static final long SECOND = 1_000_000_000L;

    private final Windows windows = new Windows(Duration.ofSeconds(10), 3);
    private final Recording recording =
            new Recording(new org.devicegrant.load.measure.Window(10 * SECOND, 25 * SECOND));

    @ParameterizedTest
    @CsvSource({
        // Windows that passed, that failed, and in which the generator was late.
        "4, 1, 0, PASS",
        "3, 1, 0, FAIL",
        "5, 1, 0, PASS",
        "2, 0, 0, PASS",
        "0, 1, 0, FAIL",
        "3, 0, 3, PASS",
        "3, 0, 4, INVALID",
        "1, 1, 2, FAIL",
        "0, 0, 3, INVALID",
        "0, 0, 0, INVALID"
    })
    void fourOfFiveThatCountHaveToPassAndHalfHasToCount(int passed, int failed, int late, Verdict verdict) {
        List<Window> all = Stream.of(
                        java.util.Collections.nCopies(passed, new Window(true, "")),
                        java.util.Collections.nCopies(failed, new Window(true, "p99")),
                        java.util.Collections.nCopies(late, new Window(false, "")))
                .flatMap(List::stream)
                .toList();

        assertThat(Window.verdict(all)).isEqualTo(verdict);
    }

    @Test
    void aWindowPassesThatMissedNothing() {
        assertThat(new Window(true, "").passes()).isTrue();
        assertThat(new Window(false, "p99").passes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9,0", "10,0", "14.9,0", "15,1", "19.9,1", "20,2", "24,2", "31,2"})
    void whatComesInItBelongsToAWindow(double second, int window) {
        recording.polled(
                12 * SECOND, 12 * SECOND + 3_000_000, 12 * SECOND + 3_000_000, 13 * SECOND, AnswerKind.PENDING);

        windows.write(recording.drain(), (long) (second * SECOND));

        assertThat(windows.parts()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(windows.parts().get(i).latency.getTotalCount()).isEqualTo(i == window ? 1 : 0);
        }
        assertThat(windows.parts().get(window).lateness.getMaxValue()).isBetween(3_000L, 3_010L);
    }

    @Test
    void whatWasAnsweredBeforeDoesNotCount() {
        tick(9.9, 50, 40);
        tick(10, 60, 42);
        tick(14, 70, 42);
        tick(15, 80, 47);

        assertThat(windows.parts()).extracting(Windows.Part::errors).containsExactly(2 / 22.0, 5 / 15.0, 0.0);
    }

    private void tick(double seconds, long pending, long errors) {
        Answers answers = new Answers(Map.of(AnswerKind.PENDING, pending, AnswerKind.SERVER_ERROR, errors));
        windows.accept(new Tick(seconds, 1, answers, 0, 0, 0, 0, 0, 0));
    }
}
