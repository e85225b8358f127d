package org.devicegrant.load.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.devicegrant.reports.model.LoadCapacity.Instances;
import org.devicegrant.reports.model.LoadCapacity.Law;
import org.junit.jupiter.api.Test;

/** The law and what is said with it. */
class ScalabilityLawTest {
    @Test
    void findsTheParametersBehindThreePoints() {
        Law law = ScalabilityLaw.fit(points(new Law(1_000, 0.05, 0.002, 1), 1, 2, 4));

        assertThat(law).isNotNull();
        assertThat(law.lambda()).isCloseTo(1_000, within(0.01));
        assertThat(law.sigma()).isCloseTo(0.05, within(1e-6));
        assertThat(law.kappa()).isCloseTo(0.002, within(1e-6));
        assertThat(law.fit()).isCloseTo(1, within(1e-9));
    }

    @Test
    void holdsAtNothingWhatWouldBeLessThanNothing() {
        Law law =
                ScalabilityLaw.fit(List.of(new Instances(1, 1_000), new Instances(2, 2_050), new Instances(4, 4_150)));

        assertThat(law).isNotNull();
        assertThat(law.sigma()).isZero();
        assertThat(law.kappa()).isZero();
        assertThat(law.lambda()).isBetween(1_000.0, 1_040.0);
    }

    @Test
    void saysNothingBeyondTwiceWhatWasMeasured() {
        List<Instances> three = points(new Law(1_000, 0.05, 0.002, 1), 1, 2, 4);
        Law law = ScalabilityLaw.fit(three);

        assertThat(Prediction.sentence(three, law))
                .startsWith("8 instances should carry 5472")
                .contains("90 %");
        assertThat(Prediction.range(three, 8))
                .satisfies(range -> assertThat(range[0]).isLessThan(5_472))
                .satisfies(range -> assertThat(range[1]).isGreaterThan(5_472));
        assertThat(Prediction.sentence(three.subList(0, 1), null)).contains("at most twice as much");
        assertThat(ScalabilityLaw.fit(three.subList(0, 2))).isNull();
    }

    private static List<Instances> points(Law law, int... counts) {
        return Stream.of(java.util.Arrays.stream(counts).boxed().toArray(Integer[]::new))
                .map(count -> new Instances(count, ScalabilityLaw.polls(law, count)))
                .toList();
    }
}
