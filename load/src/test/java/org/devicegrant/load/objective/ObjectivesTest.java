package org.devicegrant.load.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.devicegrant.reports.model.LoadReport.LoadObjective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectivesTest {
    private static Objectives of(String... texts) {
        return Objectives.of(Arrays.stream(texts).map(Objectives::parse).toList());
    }

    /** 98 polls of 10 ms, one of 100 and one of 300. */
    private static Histogram latency() {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(10_000, 98);
        histogram.recordValue(100_000);
        histogram.recordValue(300_000);
        return histogram;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    p99=250ms      | p99    | 250 ms
                    ' p50 = 1.5 s' | p50    | 1500 ms
                    p99.9=0.001ms  | p999   | 0.001 ms
                    max=2s         | max    | 2000 ms
                    errors=0.1%    | errors | 0.1 %
                    errors=5 %     | errors | 5 %
                    """)
    void isReadAsPeopleWriteIt(String text, String name, String limit) {
        assertThat(Objectives.parse(text).name()).isEqualTo(name);
        assertThat(Objectives.parse(text).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p99", "=250ms", "p98=1s", "p99=250", "p99=5%", "errors=1s", "errors=x%", "p99=-1s"})
    void whatIsNotUnderstoodIsNamed(String text) {
        assertThatThrownBy(() -> Objectives.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("objective \"" + text + "\" is not understood: write p50, ");
    }

    @Test
    void theLastOfANameHolds() {
        Objectives objectives = of("p99=1s", "errors=1%").with(List.of(Objectives.parse("p99=2s")));

        assertThat(objectives.words()).isEqualTo("errors at most 1 % and p99 at most 2000 ms");
        assertThat(objectives.names()).containsExactlyInAnyOrder("errors", "p99");
        assertThat(objectives).hasToString("[errors=1 %, p99=2000 ms]");
    }

    @Test
    void knowsWhatItAsks() {
        assertThat(of("p99=1s", "max=300ms", "errors=1%").latencies()).isEqualTo(2);
        assertThat(of("p99=1s", "max=300ms", "errors=1%").tightestMillis()).isEqualTo(300);
        assertThat(of("errors=1%").tightestMillis()).isZero();
        assertThat(Objectives.none().isEmpty()).isTrue();
        assertThat(of("errors=1%").isEmpty()).isFalse();
    }

    @Test
    void latenciesAreMetUpToTheLimit() {
        assertThat(of("p50=10.1ms", "p99=99ms", "p99=101ms", "max=301ms").judge(latency(), 0))
                .extracting(LoadObjective::met)
                .containsExactly(true, false, true, true);
        assertThat(of("p50=20ms", "max=2s").judge(latency(), 0))
                .extracting(LoadObjective::measured)
                .containsExactly("10 ms", "300 ms");
        assertThat(of("p50=20ms").judge(new Histogram(3), 0))
                .containsExactly(new LoadObjective("p50", "20 ms", "nothing measured", false));
    }

    @Test
    void errorsAreMetUpToTheLimit() {
        assertThat(of("errors=1%").judge(latency(), 0.01))
                .containsExactly(new LoadObjective("errors", "1 %", "1.00 %", true));
        assertThat(of("errors=1%").judge(latency(), 0.0101).get(0).met()).isFalse();
        assertThat(of("errors=1%", "p99=1s").errorsMissed(0.01)).isFalse();
        assertThat(of("errors=1%", "p99=1s").errorsMissed(0.0101)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "p99=50ms,  0,   0,     true",
        "p99=50ms,  0,   0.011, false",
        "p99=50ms,  0,   0.009, true",
        "p99=50ms,  60,  0,     false",
        "p99=101ms, 0,   0,     false",
        "max=50ms,  0,   0.019, true",
        "max=50ms,  0,   0.021, false",
        "errors=0%, 0,   0,     false"
    })
    void aMissMayBeTheMachines(String objective, double millis, double share, boolean missed) {
        assertThat(of(objective.strip()).missedBeyond(latency(), millis, share)).isEqualTo(missed);
    }

    @Test
    void figuresAreForPeople() {
        assertThat(Objective.millis(9.94)).isEqualTo("9.9 ms");
        assertThat(Objective.millis(10)).isEqualTo("10 ms");
        assertThat(Objective.percent(0.00123)).isEqualTo("0.123 %");
    }
}
