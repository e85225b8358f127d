package org.devicegrant.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import org.devicegrant.load.measure.HeapWatch.Reading;
import org.junit.jupiter.api.Test;

/** When a run has to end for want of memory. */
class HeapWatchTest {
    @Test
    void aHeapIsNearlyFullOnceATenthIsLeft() {
        assertThat(watch(new Reading(91, 100)).nearlyFull()).isTrue();
        assertThat(watch(new Reading(90, 100)).nearlyFull()).isFalse();
    }

    @Test
    void aCollectorThatDoesNotTellIsTrusted() {
        assertThat(new HeapWatch(Optional::empty).nearlyFull()).isFalse();
    }

    @Test
    void thisProcessCanBeAsked() {
        // Whatever it answers: no collector may make it fail.
        assertThatCode(() -> HeapWatch.ofThisProcess().nearlyFull()).doesNotThrowAnyException();
    }

    private static HeapWatch watch(Reading reading) {
        return new HeapWatch(() -> Optional.of(reading));
    }
}
