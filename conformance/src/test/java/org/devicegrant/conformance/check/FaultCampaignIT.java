package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A bad network between harness and server costs verdicts and never makes a wrong one. Each seed is another network;
 * {@code -Dfault.seeds=200} tries so many, and {@code -Dfault.first=17} begins with another than the first.
 */
class FaultCampaignIT {
    /** What loses most by a lost answer: races, replays, intervals, credentials, expiry. */
    private static final List<String> CHOSEN = List.of(
            "8628-3.5-first-poll-at-once",
            "8628-3.5-too-fast-polling",
            "8628-3.5-success-after-approval",
            "8628-3.4-unknown-device-code",
            "8628-3.2-status-200",
            "derived-device-code-single-use",
            "6749-5.2-foreign-device-code",
            "6749-5.2-wrong-secret-*",
            "6749-6-refresh-token-usable",
            "7523-2.2-private-key-jwt-accepted");

    private static final int FEW = 6;
    private static final int AT_ONCE = 6;

    @Test
    @Tag("long")
    void aBadNetworkIsNeverHeldAgainstTheServer() throws Exception {
        assertThat(campaign(LongStream.rangeClosed(1, FEW), CHOSEN)).isEmpty();
    }

    @Test
    @Tag("fault-campaign")
    void noneOfManyBadNetworksIsHeldAgainstTheServer() throws Exception {
        long first = Long.getLong("fault.first", 1);
        int seeds = Integer.getInteger("fault.seeds", 30);

        assertThat(campaign(LongStream.range(first, first + seeds), List.of())).isEmpty();
    }

    private static List<String> campaign(LongStream seeds, List<String> checks) throws Exception {
        List<String> summaries = Collections.synchronizedList(new ArrayList<>());
        List<String> complaints = Examined.each(seeds.boxed().toList(), AT_ONCE, seed -> {
            FaultRun run = new FaultRun(seed, checks);
            List<String> found = run.complaints();
            summaries.add(run.summary());
            return found;
        });
        Files.write(
                Path.of("target", "fault-campaign.txt"),
                List.of(String.join("\n", summaries), String.join("\n", complaints)));
        return complaints;
    }
}
