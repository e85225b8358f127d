package org.devicegrant.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "200ms,PT0.2S",
        "60s,PT1M",
        "15m,PT15M",
        "2h,PT2H",
        "7d,PT168H",
        "1h30m,PT1H30M",
        "1.5s,PT1.5S",
        "0s,PT0S"
    })
    void readsNumbersWithTheirUnits(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "s", "-1s", "1 s", "1w", "1,5s", "1s2", "9999999999s", "PT5S"})
    void refusesAnythingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
