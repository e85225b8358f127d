package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FootprintTest {
    private static final List<String> CONFORMING = Footprint.of(server -> {});

    @Test
    void conformingServersLeaveTheSame() {
        assertThat(Footprint.of(server -> {})).isEqualTo(CONFORMING).hasSizeGreaterThan(40);
    }

    @Test
    void anotherWordOnAPageLeavesAnother() {
        assertThat(Footprint.of(server -> server.pages().look().text("refused.text", "No.")))
                .hasSameSizeAs(CONFORMING)
                .isNotEqualTo(CONFORMING);
    }

    @Test
    void aServerWithoutPagesLeavesAsMuchAsItHas() {
        assertThat(Footprint.of(server -> server.onPage((request, answer) -> answer.body(""))))
                .hasSizeBetween(1, CONFORMING.size() - 1);
    }
}
