package org.devicegrant.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many polls a server has to have answered to have kept up. */
class DemandTest {
    @Test
    void manyDevicesInAMinuteLeaveLittleToChance() {
        Demand demand = new Demand(980, 5_000);

        assertThat(demand.metBy(58_800, 60)).isTrue();
        assertThat(demand.metBy(55_800, 60)).isTrue();
        assertThat(demand.metBy(55_700, 60)).isFalse();
    }

    @Test
    void aWindowShorterThanTheIntervalMayHaveNoPoll() {
        assertThat(new Demand(0.2, 1).metBy(0, 2)).isTrue();
        assertThat(new Demand(0.2, 1).metBy(0, 60)).isFalse();
        assertThat(new Demand(20, 100).metBy(0, 2)).isFalse();
    }

    @Test
    void nothingIsAlwaysMet() {
        assertThat(new Demand(0, 10).metBy(0, 60)).isTrue();
        assertThat(new Demand(0, 0).metBy(0, 60)).isTrue();
        assertThat(new Demand(100, 500).metBy(0, 0)).isTrue();
    }
}
