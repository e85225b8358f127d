package org.devicegrant.load.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Attempt.Figures;
import org.devicegrant.load.capacity.Attempt.Kind;
import org.junit.jupiter.api.Test;

/**
 * Whole searches, trial by trial: {@code D} doubles or halves, {@code B} looks in between, {@code C} confirms, {@code R} is
 * the reference; {@code !} was refused and {@code ?} was invalid.
 */
class SearchStepsTest {
    private static final Bounds WIDE = new Bounds(100, 1_000_000);

    private final List<String> trials = new ArrayList<>();

    @Test
    void doublesHalvesAsksOnceMoreAndConfirms() {
        Found found = search((kind, devices) -> devices <= 777 ? Verdict.PASS : Verdict.FAIL);

        assertThat(steps(found))
                .isEqualTo("D100 D200 D400 D800! D800! B566 R100 B566 B673 B673 B734 B734 B766 R100 B766 B800!"
                        + " C766 C766 C766 R100");
        assertThat(found.carried()).isEqualTo(766);
        assertThat(found.refused()).isEqualTo(800);
        assertThat(found.complete()).isTrue();
    }

    @Test
    void goesDownFromAStartThatIsTooHigh() {
        Found found = search((kind, devices) -> devices <= 7 ? Verdict.PASS : Verdict.FAIL);

        assertThat(steps(found))
                .isEqualTo("D100! D100! D50! D50! D25! D25! D12! D12! D6 B8! B8! B7 B7 B8! R6 C7 C7 C7 R6");
    }

    @Test
    void goesOnAboveARefusalThatDoesNotRepeatItself() {
        Found found = search((kind, devices) ->
                devices > 1_000 || (devices == 200 && trials.size() <= 3) ? Verdict.FAIL : Verdict.PASS);

        assertThat(steps(found))
                .startsWith(
                        "D100 D200! D200! B141 B141 B168 R100 B168 B183 B183 B191 B191 B200 R100 B200 B200 B210 B210"
                                + " B232 B232 R100 B282 B282 B417 B417 B910 B910 R100 B4336! B4336! B1986!")
                .endsWith("B979 B979 B1003! C979 C979 C979 R100");
        assertThat(found.carried()).isEqualTo(979);
        assertThat(found.refused()).isEqualTo(1_003);
    }

    @Test
    void goesDownUntilTheFullLengthIsHeld() {
        Found found = search(
                (kind, devices) -> devices <= (kind == Kind.CONFIRMATION ? 450 : 500) ? Verdict.PASS : Verdict.FAIL);

        assertThat(steps(found))
                .isEqualTo("D100 D200 D400 D800! D800! B566! R100 B566! B476 B476 B519! B519! B497 R100 B497 B519!"
                        + " C497! C497! C497! B485 R100 B485 C485! C485! C485! B473 B473 R100 C473! C473! C473!"
                        + " B461 B461 C461! R100 C461! C461! B450 B450 C450 C450 R100 C450 R100");
        assertThat(found.refused()).isEqualTo(461);
    }

    @Test
    void givesUpGoingDownAfterADozenMoves() {
        Found found =
                search((kind, devices) -> kind == Kind.CONFIRMATION || devices > 500 ? Verdict.FAIL : Verdict.PASS);

        assertThat(found.attempts())
                .filteredOn(attempt -> attempt.kind() == Kind.CONFIRMATION)
                .hasSize(3 * 13);
        assertThat(found.confirmations()).isZero();
        assertThat(found.complete()).isFalse();
    }

    @Test
    void twoOfThreeConfirmationsAreEnough() {
        Found found =
                search((kind, devices) -> devices > 150 || isFirstConfirmation(kind) ? Verdict.FAIL : Verdict.PASS);

        assertThat(steps(found)).endsWith("B154! R100 C147! C147 C147 R100");
        assertThat(found.confirmations()).isEqualTo(2);
        assertThat(found.asked()).isEqualTo(3);
        assertThat(found.complete()).isTrue();
    }

    @Test
    void confirmsWhatIsKnownWhereTheGeneratorCannotTellMore() {
        Found found = search(
                (kind, devices) -> devices == 566 ? Verdict.INVALID : devices <= 400 ? Verdict.PASS : Verdict.FAIL);

        assertThat(steps(found))
                .isEqualTo("D100 D200 D400 D800! D800! B566? R100 B566? B566? B566? B566? B566? C400"
                        + " R100 C400 C400 R100");
        assertThat(found.end()).isEqualTo(End.GENERATOR);
        assertThat(found.refused()).isEqualTo(800);
        assertThat(found.confirmed()).isTrue();
    }

    @Test
    void triesNoMoreThanMayBeTried() {
        Found found = Search.run(trials((kind, devices) -> Verdict.PASS), new Bounds(100, 350));

        assertThat(steps(found)).isEqualTo("D100 D200 D350 C350 C350 C350 R100");
    }

    @Test
    void nothingIsConfirmedWhereNothingIsCarried() {
        Found found = Search.run(trials((kind, devices) -> Verdict.FAIL), new Bounds(3, 100));

        assertThat(steps(found)).isEqualTo("D3! D3! D1! D1!");
        assertThat(found.complete()).isTrue();
    }

    private boolean isFirstConfirmation(Kind kind) {
        return kind == Kind.CONFIRMATION
                && trials.stream().filter(trial -> trial.startsWith("C")).count() == 1;
    }

    private Found search(Server server) {
        return Search.run(trials(server), WIDE);
    }

    private Trials trials(Server server) {
        return (kind, devices) -> {
            trials.add(kind.name().charAt(0) + "" + devices);
            Verdict verdict = server.answers(kind, devices);
            return new Attempt(kind, devices, 15, devices, new Figures(devices, 1, 1, 1, 0), verdict, "", null);
        };
    }

    private static String steps(Found found) {
        return found.attempts().stream()
                .map(attempt -> attempt.kind().name().substring(0, 1)
                        + attempt.devices()
                        + switch (attempt.verdict()) {
                            case PASS -> "";
                            case FAIL -> "!";
                            case INVALID -> "?";
                        })
                .collect(Collectors.joining(" "));
    }

    private interface Server {
        Verdict answers(Kind kind, int devices);
    }
}
