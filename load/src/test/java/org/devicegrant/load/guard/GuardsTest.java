package org.devicegrant.load.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Set;
import org.devicegrant.load.guard.Guards.Broken;
import org.devicegrant.load.measure.Health;
import org.devicegrant.load.measure.Mishaps;
import org.devicegrant.load.preflight.MachineLimits;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Connections;
import org.devicegrant.load.run.MeasuredTrial;
import org.devicegrant.load.run.Shortage;
import org.devicegrant.load.run.WarmUp.Ceiling;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each guard at its bound and just beyond it. */
class GuardsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final MeasuredTrial trial = new MeasuredTrial(10, Duration.ofSeconds(10));
    private Connections connections = Connections.SHARED;
    private @Nullable Ceiling ceiling;

    @Test
    void nothingIsWrongWithAGeneratorThatIsWell() {
        trial.pending(100);

        assertThat(guards().broken()).isEmpty();
        assertThat(guards().failed()).isFalse();
        assertThat(guards().disturbed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,10", "2000,10", "2001,10.005", "5000,25", "60000,300"})
    void lateIsHalfAPercentOfTheIntervalButNeverLessThanTenMilliseconds(long interval, double most) {
        assertThat(Guards.mostLatenessMillis(Duration.ofMillis(interval))).isEqualTo(most);
    }

    @Test
    void oneRequestInAHundredMayBeLate() {
        trial.polls(99, 10, 0, AnswerKind.PENDING).polls(1, 100, 90, AnswerKind.PENDING);
        assertThat(guards().broken()).isEmpty();

        trial.polls(1, 100, 90, AnswerKind.PENDING);
        assertBroken(Guard.LATENESS, "1 % of the requests were sent 90 ms late or more, 25 ms are allowed");
    }

    @Test
    void whatWasNeverSentIsTold() {
        trial.unsent = 2;
        trial.mishaps = new Mishaps(0, 0, 3, false);
        assertBroken(Guard.UNSENT, "5 requests that were due were never sent");

        trial.stopped = "it was interrupted";
        assertThat(guards().broken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyShortageIsToldWithItsWayOut(Shortage shortage) {
        trial.silences.put(shortage.reason(), 1L);

        assertBroken(Guard.SHORTAGE, "1 times " + shortage.reason() + ": " + shortage.way());
    }

    @Test
    void memoryMayHaveRunOutElsewhere() {
        trial.mishaps = new Mishaps(0, 0, 0, true);

        assertBroken(Guard.SHORTAGE, Shortage.MEMORY.reason() + ": " + Shortage.MEMORY.way());
    }

    @Test
    void otherSilencesAreNotTheMachines() {
        trial.silences.put("connection refused", 7L);

        assertThat(guards().broken()).isEmpty();
    }

    @Test
    void aSecondWithoutTimeIsAStandstill() {
        trial.mishaps = new Mishaps(1_000, 0, 0, false);
        assertThat(guards().broken()).isEmpty();

        trial.mishaps = new Mishaps(1_040, 0, 0, false);
        assertDisturbed(Guard.STANDSTILL, "the generator got no time at all for 1.0 s");
    }

    @Test
    void aStartIsLateTenTimesLater() {
        trial.mishaps = new Mishaps(0, 250, 0, false);
        assertThat(guards().broken()).isEmpty();

        trial.mishaps = new Mishaps(0, 251, 0, false);
        assertDisturbed(Guard.START, "every tenth request before the figures counted was sent 251 ms late or more");
    }

    @Test
    void aGeneratorIsBelievedUpToSixtyPercentOfWhatItCanDo() {
        trial.pending(600);
        ceiling = new Ceiling(100, 30, true);
        assertThat(guards().broken()).isEmpty();

        trial.pending(10);
        assertBroken(Guard.CEILING, "61 polls/s are more than 60 % of this generator's ceiling of 100");

        ceiling = new Ceiling(100, 30, false);
        assertThat(guards().broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.7,  0,    0,  ",
        "0.71, 0,    0,  LOOP",
        "0,    0.05, 0,  ",
        "0,    0.06, 0,  JIT",
        "0,    0,    20, ",
        "0,    0,    21, PAUSE"
    })
    void theGeneratorsOwnTroubles(double loop, double jit, long pause, @Nullable Guard broken) {
        trial.health = new Health(
                60,
                1,
                0.01,
                loop,
                jit,
                pause,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());

        assertThat(guards().broken())
                .extracting(Broken::guard)
                .containsExactlyElementsOf(broken == null ? Set.of() : Set.of(broken));
    }

    @Test
    void figuresOfTheGeneratorAreTold() {
        trial.health = new Health(
                60,
                1,
                0.01,
                0.85,
                0.33,
                77,
                OptionalDouble.of(0.12),
                OptionalDouble.of(4),
                OptionalDouble.empty(),
                OptionalDouble.empty());

        assertThat(guards().words())
                .containsExactly(
                        "an event loop of the generator took 85 % of a processor",
                        "the generator was still compiling (33 % of the time)",
                        "collecting garbage stopped the generator for 77 ms",
                        "12 % of the processor time went to other machines",
                        "the container was held back 4 times");
        assertThat(guards().words(Set.of(Guard.PAUSE)))
                .containsExactly("collecting garbage stopped the generator for 77 ms");
    }

    @ParameterizedTest
    @CsvSource({"0.02,0,", "0.021,0,STOLEN", "0,0,", "0,1,THROTTLED"})
    void whatTheMachineTakesAway(double stolen, double throttled, @Nullable Guard broken) {
        trial.health = machine(stolen, throttled, 0, 0);

        assertThat(guards().broken())
                .extracting(Broken::guard)
                .containsExactlyElementsOf(broken == null ? Set.of() : Set.of(broken));
    }

    @Test
    void openFilesMayComeUpToFourFifthsOfTheLimit() {
        long limit = MachineLimits.ofThisMachine().openFiles();
        trial.health = machine(0, 0, 0, 0.8 * limit);
        assertThat(guards().broken()).isEmpty();

        trial.health = machine(0, 0, 0, 0.9 * limit);
        assertThat(guards().broken()).extracting(Broken::guard).containsExactly(Guard.FILES);
    }

    @Test
    void connectionsHaveToBeKept() {
        trial.pending(2_000);
        trial.health = machine(0, 0, 20, 0);
        assertThat(guards().broken()).isEmpty();

        trial.health = machine(0, 0, 21, 0);
        assertDisturbed(
                Guard.CONNECTS,
                "21 connections were opened for 2000 polls: the server or something before it closes them");

        connections = Connections.CLOSED;
        assertThat(guards().broken()).isEmpty();
    }

    @Test
    void aThousandPollsAreTooFewToCountConnections() {
        trial.pending(1_000);
        trial.health = machine(0, 0, 500, 0);
        assertThat(guards().broken()).isEmpty();

        trial.pending(1);
        assertThat(guards().broken()).extracting(Broken::guard).containsExactly(Guard.CONNECTS);
    }

    @Test
    void aRunThatNeverGotToItsFiguresHasNoHealth() {
        trial.health = null;

        assertThat(guards().broken()).isEmpty();
    }

    private static Health machine(double stolen, double throttled, double connects, double files) {
        return new Health(
                60,
                1,
                0.01,
                0,
                0,
                0,
                OptionalDouble.of(stolen),
                OptionalDouble.of(throttled),
                OptionalDouble.of(connects),
                OptionalDouble.of(files));
    }

    private Guards guards() {
        return Guards.of(trial.measured(), INTERVAL, connections, ceiling);
    }

    /** The generator did not do what it was to do. */
    private void assertBroken(Guard guard, String words) {
        assertThat(guards().broken()).containsExactly(new Broken(guard, words));
        assertThat(guards().failed()).isTrue();
        assertThat(guards().disturbed()).isFalse();
    }

    private void assertDisturbed(Guard guard, String words) {
        assertThat(guards().broken()).containsExactly(new Broken(guard, words));
        assertThat(guards().failed()).isFalse();
        assertThat(guards().disturbed()).isTrue();
    }
}
