package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private static final int FEW_AT_ONCE = 6;
    /** A run waits for two minutes and works for some seconds. */
    private static final int MANY_AT_ONCE = 16;

    private static final Path ACCOUNT = Path.of("target", "fault-campaign.txt");

    @Test
    @Tag("long")
    void aBadNetworkIsNeverHeldAgainstTheServer() throws Exception {
        assertThat(campaign(LongStream.rangeClosed(1, FEW), CHOSEN, FEW_AT_ONCE))
                .isEmpty();
    }

    @Test
    @Tag("fault-campaign")
    void noneOfManyBadNetworksIsHeldAgainstTheServer() throws Exception {
        long first = Long.getLong("fault.first", 1);
        int seeds = Integer.getInteger("fault.seeds", 30);

        assertThat(campaign(LongStream.range(first, first + seeds), List.of(), MANY_AT_ONCE))
                .isEmpty();
    }

    private static List<String> campaign(LongStream seeds, List<String> checks, int atOnce) throws Exception {
        Files.writeString(ACCOUNT, "");
        FaultTally all = new FaultTally();
        List<String> complaints = Examined.each(seeds.boxed().toList(), atOnce, seed -> {
            FaultRun run = new FaultRun(seed, checks);
            List<String> found = run.complaints();
            all.add(run.tally());
            note(run.summary());
            found.forEach(FaultCampaignIT::note);
            return found;
        });
        note("all: " + all + ", wrong: " + complaints.size());
        return complaints;
    }

    /** At once, so that a campaign that is cut short has said what it found. */
    private static synchronized void note(String line) {
        try {
            Files.writeString(ACCOUNT, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
