package org.devicegrant.load.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Attempt.Figures;
import org.devicegrant.load.capacity.Attempt.Kind;
import org.junit.jupiter.api.Test;

/** The search against servers whose knee is known. */
class SearchTest {
    private static final Bounds WIDE = new Bounds(100, 1_000_000);

    @Test
    void findsTheKneeOfAQuietServerToFivePercent() {
        Found found = Search.run(steps(777), WIDE);

        assertThat(found.complete()).isTrue();
        assertThat(found.carried()).isLessThanOrEqualTo(777);
        assertThat(found.refused()).isGreaterThan(777).isLessThanOrEqualTo((int) (found.carried() * 1.05));
        assertThat(found.confirmations()).isEqualTo(3);
    }

    @Test
    void holdsTheTruthOnANoisyMachineAtMostTenPercentWide() {
        List<Found> found = IntStream.range(0, 300)
                .mapToObj(seed -> Search.run(noisy(seed), WIDE))
                .toList();

        assertThat(found)
                .allSatisfy(one -> assertThat(one.to()).isLessThanOrEqualTo((int) Math.ceil(one.from() * 1.1)));
        long right = IntStream.range(0, found.size())
                .filter(seed -> holds(found.get(seed), noisy(seed).knee()))
                .count();
        assertThat(right).isGreaterThanOrEqualTo(found.size() * 9L / 10);
    }

    @Test
    void asksForFewerDevicesWhenTheFirstOnesAreTooMany() {
        assertThat(Search.run(steps(7), WIDE)).returns(7, Found::carried).returns(8, Found::refused);
        assertThat(Search.run(steps(0), WIDE)).returns(0, Found::carried).returns(1, Found::refused);
    }

    @Test
    void saysAtLeastWhenTheCapIsCarried() {
        Found found = Search.run(steps(5_000), new Bounds(100, 1_000));

        assertThat(found.carried()).isEqualTo(1_000);
        assertThat(found.refused()).isNull();
        assertThat(found.confirmations()).isEqualTo(3);
    }

    @Test
    void endsAtOnceWhenTheProtocolIsBroken() {
        Trials broken = (kind, devices) -> devices < 400
                ? attempt(kind, devices, Verdict.PASS, null)
                : attempt(kind, devices, Verdict.FAIL, End.VIOLATION);

        Found found = Search.run(broken, WIDE);

        assertThat(found.end()).isEqualTo(End.VIOLATION);
        assertThat(found.carried()).isEqualTo(200);
        assertThat(found.attempts().get(found.attempts().size() - 1).devices()).isEqualTo(400);
    }

    @Test
    void repeatsInvalidTrialsAndGivesUpOnTheGeneratorInTheEnd() {
        Trials late = (kind, devices) -> attempt(kind, devices, devices < 400 ? Verdict.PASS : Verdict.INVALID, null);

        Found found = Search.run(late, WIDE);

        assertThat(found.end()).isEqualTo(End.GENERATOR);
        assertThat(found.carried()).isEqualTo(200);
        assertThat(found.attempts()).filteredOn(one -> one.devices() == 400).hasSize(6);
    }

    @Test
    void movesDownWhenTheFullLengthIsNotHeld() {
        Trials shortWind = (kind, devices) -> attempt(
                kind, devices, devices <= (kind == Kind.CONFIRMATION ? 450 : 500) ? Verdict.PASS : Verdict.FAIL, null);

        Found found = Search.run(shortWind, WIDE);

        assertThat(found.complete()).isTrue();
        assertThat(found.carried()).isBetween(425, 450);
        assertThat(found.refused()).isBetween(451, 475);
    }

    @Test
    void interleavesAReferenceAndSeesTheMachineDrift() {
        int[] references = {0};
        Trials slowing = (kind, devices) -> {
            double p50 = kind == Kind.REFERENCE ? 10 + references[0]++ : 10;
            Verdict verdict = devices <= 700 ? Verdict.PASS : Verdict.FAIL;
            return new Attempt(kind, devices, 15, devices, new Figures(devices, p50, p50, p50, 0), verdict, "", null);
        };

        Found found = Search.run(slowing, WIDE);

        assertThat(found.attempts())
                .filteredOn(one -> one.kind() == Kind.REFERENCE)
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(one -> one.devices() == 100);
        assertThat(found.machineDrift()).isCloseTo((references[0] - 1) / 10.0, within(1e-9));
    }

    private static NoisyServer noisy(long seed) {
        return new NoisyServer(seed, 150 + 37 * (seed % 50), 0.25, 0.1);
    }

    private static boolean holds(Found found, double knee) {
        Integer to = found.to();
        return found.complete() && to != null && found.from() <= knee && knee <= to;
    }

    private static Trials steps(int knee) {
        return (kind, devices) -> attempt(kind, devices, devices <= knee ? Verdict.PASS : Verdict.FAIL, null);
    }

    private static Attempt attempt(Kind kind, int devices, Verdict verdict, End end) {
        return new Attempt(kind, devices, 15, devices, new Figures(devices, 1, 1, 1, 0), verdict, "", end);
    }
}
