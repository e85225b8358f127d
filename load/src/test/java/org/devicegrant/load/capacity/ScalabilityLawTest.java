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

    @Test
    void contentionAndCrosstalkSlowDownMoreInstances() {
        Law law = new Law(1_000, 0.05, 0.002, 1);

        assertThat(ScalabilityLaw.polls(law, 1)).isEqualTo(1_000);
        assertThat(ScalabilityLaw.polls(law, 4)).isCloseTo(4_000 / 1.174, within(1e-9));
    }

    @Test
    void eitherOfThemMayBeTheOnlyOne() {
        Law contention = ScalabilityLaw.fit(points(new Law(500, 0.1, 0, 1), 1, 2, 4, 8));
        Law crosstalk = ScalabilityLaw.fit(points(new Law(500, 0, 0.01, 1), 1, 2, 4, 8));

        assertThat(contention.sigma()).isCloseTo(0.1, within(1e-6));
        assertThat(contention.kappa()).isCloseTo(0, within(1e-6));
        assertThat(crosstalk.sigma()).isCloseTo(0, within(1e-6));
        assertThat(crosstalk.kappa()).isCloseTo(0.01, within(1e-6));
    }

    @Test
    void saysHowMuchOfTheVarianceItExplains() {
        Law wild = ScalabilityLaw.fit(List.of(
                new Instances(1, 1_000), new Instances(2, 1_500), new Instances(3, 2_900), new Instances(4, 2_700)));
        Law flat = ScalabilityLaw.fit(List.of(new Instances(1, 900), new Instances(2, 900), new Instances(4, 900)));

        assertThat(wild.fit()).isCloseTo(0.848, within(0.001));
        assertThat(flat.fit()).isEqualTo(1);
        assertThat(flat.sigma()).isCloseTo(1, within(1e-6));
    }

    @Test
    void threePointsOfTwoNumbersAreTooFew() {
        assertThat(ScalabilityLaw.fit(
                        List.of(new Instances(1, 1_000), new Instances(2, 1_900), new Instances(2, 1_950))))
                .isNull();
    }

    @Test
    void withoutALawASentenceSaysWhatToMeasure() {
        List<Instances> two = List.of(new Instances(3, 1_000), new Instances(1, 400));

        assertThat(Prediction.sentence(two, null))
                .isEqualTo("Two numbers of instances were measured; a law takes three, for example 1, 2 and 4.");
        assertThat(Prediction.sentence(two.subList(0, 1), null))
                .startsWith("One number of instances was measured (3):");
        assertThat(Prediction.sentence(List.of(), null)).contains("(1)");
    }

    @Test
    void whatTheMeasurementsAllowIsAsWideAsTheyAreUncertain() {
        List<Instances> three = points(new Law(1_000, 0.05, 0.002, 1), 1, 2, 4);

        double[] range = Prediction.range(three, 8);

        // 5 % of each point leave much open about twice as many instances. The draws are always the same.
        assertThat(range[0]).isCloseTo(4_046, within(1.0));
        assertThat(range[1]).isCloseTo(6_176, within(1.0));
        assertThat(Prediction.range(three, 8)).containsExactly(range);
    }

    private static List<Instances> points(Law law, int... counts) {
        return Stream.of(java.util.Arrays.stream(counts).boxed().toArray(Integer[]::new))
                .map(count -> new Instances(count, ScalabilityLaw.polls(law, count)))
                .toList();
    }
}
