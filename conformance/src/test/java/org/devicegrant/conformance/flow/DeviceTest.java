package org.devicegrant.conformance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a device polls, to the millisecond, on a clock that only moves when it waits. */
class DeviceTest {
    private ToldServer told;

    @BeforeEach
    void begin() throws IOException {
        told = new ToldServer();
    }

    @AfterEach
    void end() {
        told.close();
    }

    @Test
    void sendsTheGrantTheCodeAndTheClient() {
        told.answers("authorization_pending");

        assertThat(told.device().poll().pending()).isTrue();

        assertThat(told.asked)
                .containsExactly("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"
                        + "&device_code=dc&client_id=tv");
        assertThat(told.clock.waitsInMillis()).isEmpty();
    }

    @Test
    void spacedPollsKeepTheIntervalAndTheGuardAfterEachAnswer() {
        told.answers("authorization_pending", "authorization_pending");
        Device device = told.device();

        device.spacedPoll();
        device.spacedPoll();

        assertThat(told.clock.waitsInMillis()).containsExactly(7_200L, 12_400L);
    }

    @Test
    void everySlowDownAddsFiveSecondsForGood() {
        told.answers("slow_down", "slow_down", "authorization_pending", "authorization_pending");
        Device device = told.device();

        device.poll();
        device.spacedPoll();
        device.spacedPoll();
        assertThat(device.spacedPoll(request -> request.with("x", "y")).pending())
                .isTrue();

        assertThat(device.slowDowns()).isEqualTo(2);
        assertThat(told.clock.waitsInMillis()).containsExactly(12_200L, 27_400L, 42_600L);
        assertThat(told.asked.get(3)).endsWith("&x=y");
    }

    @Test
    void pollsAtChosenMoments() {
        told.answers("authorization_pending", "authorization_pending", "authorization_pending");
        Device device = told.device();

        assertThat(device.pollAfter(Duration.ofSeconds(3)).pending()).isTrue();
        assertThat(device.pollOnceAfter(Duration.ofSeconds(4)).pending()).isTrue();
        assertThat(device.pollOnceAt(30_000_000_000L).pending()).isTrue();

        assertThat(told.clock.waitsInMillis()).containsExactly(5_000L, 9_000L, 30_000L);
        assertThat(device.lastReceived()).isEqualTo(30_000_000_000L);
    }

    @Test
    void pollsUntilItIsDecidedOrHadEnough() {
        told.answers("authorization_pending", "access_denied");
        assertThat(told.device().pollUntilDecided(9).error()).isEqualTo("access_denied");

        told.answers("authorization_pending", "authorization_pending");
        assertThat(told.device().pollUntilDecided(2).pending()).isTrue();
        assertThat(told.asked).hasSize(4);
    }

    @Test
    void pollsTogetherAllCount() {
        told.answers("authorization_pending", "slow_down", "slow_down");
        Device device = told.device();

        List<Answer> together = device.pollsAtOnce(3);
        told.answers("slow_down");

        assertThat(together).hasSize(3);
        assertThat(device.slowDowns()).isEqualTo(2);
        assertThat(device.pollInBurst().error()).isEqualTo("slow_down");
        assertThat(device.slowDowns()).isEqualTo(3);
        assertThat(device.toString()).isEqualTo("device of exchange #9");
    }

    @Test
    void saysWhatItsCodesAre() {
        Device device = told.device(
                ToldServer.CODES.replace(
                        "}",
                        ",\"verification_uri\":\"http://127.0.0.1/d\",\"verification_uri_complete\":\"http://127.0.0.1/d?u\"}"));

        assertThat(device.deviceCode()).isEqualTo("dc");
        assertThat(device.userCode()).isEqualTo("uc");
        assertThat(device.verificationUri()).isEqualTo(URI.create("http://127.0.0.1/d"));
        assertThat(device.verificationUriComplete()).contains(URI.create("http://127.0.0.1/d?u"));
        assertThat(device.intervalAnnounced()).isTrue();
        assertThat(device.client().clientId()).isEqualTo("tv");
        assertThat(device.issued().number()).isEqualTo(9);
        assertThat(told.device("{\"device_code\":\"dc\"}").intervalAnnounced()).isFalse();
    }

    @Test
    void aPollBesideOthersIsSpaced() {
        told.answers("authorization_pending", "slow_down");
        Device device = told.device();

        List<Answer> together = device.spacedPollBeside(
                new ArrayDeque<>(List.of(device.pollRequest())).stream().toList());

        assertThat(together).hasSize(2);
        assertThat(device.slowDowns()).isEqualTo(1);
        assertThat(told.clock.waitsInMillis()).containsExactly(7_200L);
    }
}
