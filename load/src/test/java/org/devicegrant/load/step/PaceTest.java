package org.devicegrant.load.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.devicegrant.load.measure.Metric;
import org.junit.jupiter.api.Test;

/** When a device asks next, and for what: to the millisecond, without a server. */
class PaceTest {
    private final Talk talk = new Talk(Conduct.waiting(Duration.ofMillis(100)));

    @Test
    void theIntervalAndThePadCountFromEachAnswer() {
        talk.getsCodes();
        assertThat(talk.due()).isEqualTo(5_110);
        assertThat(talk.device.phase()).isEqualTo(Device.Phase.POLLS);

        talk.error(6_000, "authorization_pending");
        assertThat(talk.due()).isEqualTo(11_110);
        talk.assertBreach();
    }

    @Test
    void everySlowDownAddsFiveSecondsForGood() {
        talk.getsCodes();
        talk.error(1_000, "slow_down");
        assertThat(talk.due()).isEqualTo(11_110);
        talk.error(2_000, "slow_down");
        talk.error(30_000, "authorization_pending");

        assertThat(talk.due()).isEqualTo(45_110);
    }

    @Test
    void silenceDoublesTheWaitAndAnAnswerEndsThat() {
        talk.getsCodes();
        long[] waits = new long[7];
        for (int i = 0; i < waits.length; i++) {
            talk.conversation.begins(talk.device, 0);
            talk.conversation.hearsNothing(talk.device, "no connection", 1_000 * Talk.MILLI);
            waits[i] = talk.due() - 1_100;
        }
        talk.error(2_000, "authorization_pending");

        assertThat(waits).containsExactly(10_000, 20_000, 40_000, 80_000, 160_000, 160_000, 160_000);
        assertThat(talk.due()).isEqualTo(7_110);
        assertThat(talk.recording.silences()).isEqualTo(Map.of("no connection", 7L));
    }

    @Test
    void retryAfterIsKeptWhereItIsLonger() {
        talk.getsCodes();
        talk.exchange(6_000, 6_010, 429, "30", "");
        assertThat(talk.due()).isEqualTo(36_110);
        talk.exchange(37_000, 37_010, 503, "1", "");
        assertThat(talk.due()).isEqualTo(42_110);
    }

    @Test
    void whoGotNoCodeAsksAgainAfterAWhileThatGrows() {
        talk.exchange(0, 10, 500, "");
        assertThat(talk.due()).isEqualTo(10_010);
        talk.exchange(0, 10, 429, "60", "");
        assertThat(talk.due()).isEqualTo(60_010);
        talk.getsCodes();
        assertThat(talk.device.needsCode()).isFalse();
        talk.assertBreach(Invariant.ISSUED);
        assertThat(talk.violations.examples(Invariant.ISSUED))
                .containsExactly("device 7 asked for a code and got HTTP 500 http_5xx");
    }

    @Test
    void aTokenIsTriedOnceMoreAndThenANewCodeIsWanted() {
        talk.getsCodes();
        talk.device.beginDecision();
        talk.device.confirmApproval(7_000 * Talk.MILLI);
        talk.token(8_000, "t1");
        assertThat(talk.device.phase()).isEqualTo(Device.Phase.REPEATS);
        talk.error(14_000, "invalid_grant");

        assertThat(talk.device.needsCode()).isTrue();
        assertThat(talk.due()).isEqualTo(14_110);
        assertThat(talk.recording.drain().inside().get(Metric.REDEMPTION).getTotalCount())
                .isEqualTo(1);
        talk.assertBreach();
    }

    @Test
    void withoutRepeatsATokenEndsIt() {
        talk.behaves(Conduct.waiting(Duration.ofMillis(100)).withoutRepeats().leaving());
        talk.getsCodes();
        talk.device.beginDecision();
        talk.token(8_000, "t1");

        assertThat(talk.device.phase()).isEqualTo(Device.Phase.DONE);
        assertThat(talk.device.waits()).isFalse();
    }

    @Test
    void whatWasHeardIsNotHeardAgain() {
        talk.getsCodes();
        talk.conversation.hears(talk.device, 200, null, new byte[0], 99 * Talk.MILLI);
        talk.conversation.hearsNothing(talk.device, "late", 99 * Talk.MILLI);

        assertThat(talk.due()).isEqualTo(5_110);
        assertThat(talk.device.underway()).isFalse();
        assertThat(talk.device.waits()).isTrue();
        talk.assertBreach();
    }

    @Test
    void thoseWhoOnlyAskForCodesKeepTheirSchedule() {
        talk.behaves(Conduct.issuing(Duration.ofSeconds(2)));
        talk.device.reschedule(1_000 * Talk.MILLI, Duration.ZERO);
        talk.getsCodes();
        talk.exchange(0, 10, 500, "");

        assertThat(talk.due()).isEqualTo(5_000);
        assertThat(talk.device.needsCode()).isTrue();
    }

    @Test
    void aBurstComesAtOnceAndOnlyAfterPending() {
        talk.behaves(Conduct.waiting(Duration.ofMillis(100)).withBursts(1));
        talk.getsCodes();
        talk.error(6_000, "authorization_pending");
        assertThat(talk.due()).isEqualTo(6_010);
        talk.error(6_010, "slow_down");

        assertThat(talk.due()).isEqualTo(16_120);
        talk.assertBreach();
    }

    @Test
    void aNewTrialKeepsTheIntervalOfTheCode() {
        talk.getsCodes();
        talk.device.reschedule(1_000 * Talk.MILLI, Duration.ofMillis(100));
        assertThat(talk.due()).isEqualTo(5_110);
        talk.device.reschedule(9_000 * Talk.MILLI, Duration.ofMillis(100));
        assertThat(talk.due()).isEqualTo(9_000);
        talk.conversation.begins(talk.device, 9_000 * Talk.MILLI);
        talk.device.reschedule(9_500 * Talk.MILLI, Duration.ofMillis(100));

        assertThat(talk.device.needsCode()).isTrue();
        assertThat(talk.due()).isEqualTo(9_500);
    }

    @Test
    void aCodeThatWillNotLiveLongEnoughIsForgotten() {
        talk.getsCodes();
        assertThat(talk.device.dropUnlessAliveAt(600_000 * Talk.MILLI)).isFalse();
        assertThat(talk.device.dropUnlessAliveAt(600_001 * Talk.MILLI)).isTrue();
        assertThat(talk.device.needsCode()).isTrue();
    }

    @Test
    void theUserSideIsKeptWhereSomebodyApproves() {
        talk.getsCodes();
        assertThat(talk.device.userSide()).isNull();
        talk.behaves(Conduct.waiting(Duration.ofMillis(100)).withUserCodes());
        talk.device.dropCode();
        talk.getsCodes();

        assertThat(talk.device.userSide()).isEqualTo(new Device.UserSide("u", "http://x", null));
        assertThat(talk.device.userSide()).hasToString("UserSide");
    }
}
