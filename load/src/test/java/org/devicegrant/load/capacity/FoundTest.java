package org.devicegrant.load.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Attempt.Figures;
import org.devicegrant.load.capacity.Attempt.Kind;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.target.LoadClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer of a search, and what one starts with. */
class FoundTest {
    @ParameterizedTest
    @CsvSource({"0,3,false", "1,3,false", "2,3,true", "3,3,true", "1,2,false", "0,0,false"})
    void mostOfTheConfirmationsHaveToPass(int passed, int asked, boolean confirmed) {
        assertThat(found(100, 105, passed, asked, null).confirmed()).isEqualTo(confirmed);
    }

    @Test
    void anAnswerHasTwoEndsOfWhichTheLowerWasConfirmed() {
        assertThat(found(100, 105, 3, 3, null).complete()).isTrue();
        assertThat(found(100, 105, 1, 3, null).complete()).isFalse();
        assertThat(found(100, null, 3, 3, null).complete()).isFalse();
        assertThat(found(100, 105, 3, 3, End.STOPPED).complete()).isFalse();
        assertThat(found(0, 1, 0, 0, null).complete()).isTrue();
    }

    @Test
    void bothEndsGiveWayByTwoPercent() {
        assertThat(found(1_000, 1_050, 3, 3, null).from()).isEqualTo(980);
        assertThat(found(1_000, 1_050, 3, 3, null).to()).isEqualTo(1_071);
        assertThat(found(49, 51, 3, 3, null).from()).isEqualTo(49);
        assertThat(found(49, null, 3, 3, null).to()).isNull();
    }

    @Test
    void theMachineDriftsFromItsFirstReference() {
        assertThat(drift()).isZero();
        assertThat(drift(10)).isZero();
        assertThat(drift(10, 12, 8, 7)).isCloseTo(0.3, within(1e-9));
        assertThat(drift(0, 10, 15)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aSearchStartsWithADevice() {
        assertThat(new Bounds(1, 1)).isEqualTo(new Bounds(1, 1));
        assertThatThrownBy(() -> new Bounds(0, 10))
                .hasMessage("a search starts with at least one device and at most 10");
        assertThatThrownBy(() -> new Bounds(11, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameDevicesComeAgainAndClientsTakeTurns() {
        List<LoadClient> clients = List.of(LoadClient.publicClient("tv"), LoadClient.publicClient("printer"));
        Crowd crowd = new Crowd(clients);

        List<Device> two = crowd.of(2);
        List<Device> three = crowd.of(3);

        assertThat(two).hasSize(2);
        assertThat(three).hasSize(3).startsWith(two.get(0), two.get(1));
        assertThat(three).extracting(Device::number).containsExactly(0, 1, 2);
        assertThat(three).extracting(Device::client).containsExactly(clients.get(0), clients.get(1), clients.get(0));
        assertThat(crowd.of(1)).containsExactly(two.get(0));
        assertThat(Crowd.codesNeeded(three, 0)).isEqualTo(3);
    }

    private static double drift(double... medians) {
        List<Attempt> attempts = new java.util.ArrayList<>(Arrays.stream(medians)
                .mapToObj(median -> attempt(Kind.REFERENCE, median))
                .toList());
        attempts.add(attempt(Kind.BISECTION, 900));
        return new Found(100, 105, 3, 3, attempts, null).machineDrift();
    }

    private static Attempt attempt(Kind kind, double median) {
        return new Attempt(kind, 100, 15, 100, new Figures(100, median, median, median, 0), Verdict.PASS, "", null);
    }

    private static Found found(int carried, @Nullable Integer refused, int passed, int asked, @Nullable End end) {
        return new Found(carried, refused, passed, asked, List.of(), end);
    }
}
