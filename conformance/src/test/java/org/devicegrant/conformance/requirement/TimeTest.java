package org.devicegrant.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {
    @ParameterizedTest
    @CsvSource({"seconds,PT0S", "expires_in,PT2M", "window,PT1H", "4*interval,PT20S", "5*interval + 60s,PT1M25S"})
    void tellsTheLeastTime(String text, Duration expected) {
        Time time = Time.of(text);

        assertThat(time).hasToString(text);
        assertThat(time.at(Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofHours(1)))
                .isEqualTo(expected);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Time.of("a while")).hasMessageContaining("a while");
    }
}
