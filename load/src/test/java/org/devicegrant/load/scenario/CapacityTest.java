package org.devicegrant.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Found;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said about a search that was cut short. */
class CapacityTest {
    @Test
    void aLoadThatWasRefusedIsTheServersLimitHoweverTheSearchEnded() {
        assertThat(Capacity.limit(found(105, 0, 0))).isEqualTo(LimitedBy.SERVER);
        assertThat(Capacity.limit(found(null, 0, 0))).isEqualTo(LimitedBy.NONE);
    }

    @Test
    void confirmationsThatNeverCameAreNotCounted() {
        assertThat(Capacity.confirmed(found(105, 0, 0))).isEqualTo("no trial of full length");
        assertThat(Capacity.confirmed(found(105, 0, 1))).isEqualTo("0 of 1 trials of full length");
        assertThat(Capacity.confirmed(found(105, 3, 3))).isEqualTo("3 of 3 trials of full length");
    }

    private static Found found(@Nullable Integer refused, int confirmations, int asked) {
        return new Found(100, refused, confirmations, asked, List.of(), End.STOPPED);
    }
}
