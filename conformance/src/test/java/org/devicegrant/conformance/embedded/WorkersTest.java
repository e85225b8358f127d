package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A line in front of workers whose time is known. */
class WorkersTest {
    private static final Duration SERVICE = Duration.ofMinutes(10);

    @Test
    void whoComesWhenAllAreBusyWaitsForTheFirstToBeFree() {
        Workers workers = new Workers(3, SERVICE);

        List<Long> services = Stream.generate(workers::take)
                .limit(7)
                .map(delay -> Math.round((double) delay.toSeconds() / SERVICE.toSeconds()))
                .toList();

        assertThat(services).containsExactly(1L, 1L, 1L, 2L, 2L, 2L, 3L);
    }
}
