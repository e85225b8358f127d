package org.devicegrant.load.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.measure.Window;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one device hears, when it asks next, and what is held against the server: to the millisecond, without a server. */
class ConversationTest {
    private static final long MILLI = 1_000_000;
    private static final String CODES =
            "{\"device_code\":\"d%d\",\"user_code\":\"u\",\"verification_uri\":\"http://x\","
                    + "\"expires_in\":600,\"interval\":5}";

    private final LoadTarget target = LoadTarget.of(
            URI.create("http://127.0.0.1/token"), URI.create("http://127.0.0.1/device"), LoadClient.publicClient("tv"));
    private final Violations violations = new Violations();
    private final Recording recording = new Recording(new Window(0, Long.MAX_VALUE));
    private final Device device = new Device(7, target.clients().get(0));
    private int codes;

    private Conversation conversation = with(Conduct.waiting(Duration.ofMillis(100)));

    private Conversation with(Conduct conduct) {
        return new Conversation(target, conduct, new Judge(conduct, target, violations), recording);
    }

    private void exchange(long sent, long answered, int status, String retryAfter, String body) {
        conversation.begins(device, sent * MILLI);
        conversation.sends(device, sent * MILLI);
        conversation.hears(device, status, retryAfter, body.getBytes(StandardCharsets.UTF_8), answered * MILLI);
    }

    private void exchange(long sent, long answered, int status, String body) {
        exchange(sent, answered, status, null, body);
    }

    private void error(long sent, String code) {
        exchange(sent, sent + 10, 400, "{\"error\":\"" + code + "\"}");
    }

    private void token(long sent, String token) {
        exchange(sent, sent + 10, 200, "{\"access_token\":\"" + token + "\"}");
    }

    /** Asked for at 0 ms, there at 10 ms. */
    private void getsCodes() {
        exchange(0, 10, 200, CODES.formatted(codes++));
    }

    private long due() {
        return device.due() / MILLI;
    }

    private void assertBreach(Invariant... broken) {
        assertThat(java.util.Arrays.stream(Invariant.values()).filter(each -> violations.count(each) > 0))
                .containsExactlyInAnyOrder(broken);
    }

    @Test
    void theIntervalAndThePadCountFromEachAnswer() {
        getsCodes();
        assertThat(due()).isEqualTo(5_110);
        assertThat(device.phase()).isEqualTo(Device.Phase.POLLS);

        error(6_000, "authorization_pending");
        assertThat(due()).isEqualTo(11_110);
        assertBreach();
    }

    @Test
    void everySlowDownAddsFiveSecondsForGood() {
        getsCodes();
        error(1_000, "slow_down");
        assertThat(due()).isEqualTo(11_110);
        error(2_000, "slow_down");
        error(30_000, "authorization_pending");

        assertThat(due()).isEqualTo(45_110);
    }

    @Test
    void silenceDoublesTheWaitAndAnAnswerEndsThat() {
        getsCodes();
        long[] waits = new long[7];
        for (int i = 0; i < waits.length; i++) {
            conversation.begins(device, 0);
            conversation.hearsNothing(device, "no connection", 1_000 * MILLI);
            waits[i] = due() - 1_100;
        }
        error(2_000, "authorization_pending");

        assertThat(waits).containsExactly(10_000, 20_000, 40_000, 80_000, 160_000, 160_000, 160_000);
        assertThat(due()).isEqualTo(7_110);
        assertThat(recording.silences()).isEqualTo(Map.of("no connection", 7L));
    }

    @Test
    void retryAfterIsKeptWhereItIsLonger() {
        getsCodes();
        exchange(6_000, 6_010, 429, "30", "");
        assertThat(due()).isEqualTo(36_110);
        exchange(37_000, 37_010, 503, "1", "");
        assertThat(due()).isEqualTo(42_110);
    }

    @Test
    void whoGotNoCodeAsksAgainAfterAWhileThatGrows() {
        exchange(0, 10, 500, "");
        assertThat(due()).isEqualTo(10_010);
        exchange(0, 10, 429, "60", "");
        assertThat(due()).isEqualTo(60_010);
        getsCodes();
        assertThat(device.needsCode()).isFalse();
        assertBreach(Invariant.ISSUED);
        assertThat(violations.examples(Invariant.ISSUED))
                .containsExactly("device 7 asked for a code and got HTTP 500 http_5xx");
    }

    @Test
    void aTokenIsTriedOnceMoreAndThenANewCodeIsWanted() {
        getsCodes();
        device.beginDecision();
        device.confirmApproval(7_000 * MILLI);
        token(8_000, "t1");
        assertThat(device.phase()).isEqualTo(Device.Phase.REPEATS);
        error(14_000, "invalid_grant");

        assertThat(device.needsCode()).isTrue();
        assertThat(due()).isEqualTo(14_110);
        assertThat(recording.drain().inside().get(Metric.REDEMPTION).getTotalCount())
                .isEqualTo(1);
        assertBreach();
    }

    @Test
    void aCodeThatIsRedeemedTwiceIsABreach() {
        getsCodes();
        device.beginDecision();
        token(8_000, "t1");
        token(14_000, "t2");

        assertBreach(Invariant.ONE_TOKEN_SET);
        assertThat(device.needsCode()).isTrue();
    }

    @Test
    void withoutRepeatsATokenEndsIt() {
        conversation =
                with(Conduct.waiting(Duration.ofMillis(100)).withoutRepeats().leaving());
        getsCodes();
        device.beginDecision();
        token(8_000, "t1");

        assertThat(device.phase()).isEqualTo(Device.Phase.DONE);
        assertThat(device.waits()).isFalse();
    }

    @Test
    void nobodyGetsATokenOrARefusalWhoWasNotDecidedAbout() {
        getsCodes();
        token(8_000, "t1");
        error(14_000, "invalid_grant");
        assertThat(violations.count(Invariant.OWN_ANSWER)).isEqualTo(1);
        getsCodes();
        error(20_000, "access_denied");

        assertThat(violations.count(Invariant.OWN_ANSWER)).isEqualTo(2);
        assertBreach(Invariant.OWN_ANSWER);
    }

    @Test
    void aRefusalAfterADecisionIsRight() {
        getsCodes();
        device.beginDecision();
        error(6_000, "access_denied");

        assertBreach();
        assertThat(device.needsCode()).isTrue();
    }

    @Test
    void codesAndTokensAreGivenOutOnce() {
        getsCodes();
        device.beginDecision();
        token(6_000, "same");
        error(12_000, "invalid_grant");
        codes = 0;
        getsCodes();
        device.beginDecision();
        token(6_000, "same");

        assertThat(violations.count(Invariant.OWN_ANSWER)).isEqualTo(2);
        assertBreach(Invariant.OWN_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"5009,false", "5010,true", "9000,true"})
    void slowDownIsHeldAgainstTheServerFromTheInterval(long sent, boolean breach) {
        getsCodes();
        error(sent, "slow_down");

        assertThat(violations.count(Invariant.LAWFUL_POLLER) == 1).isEqualTo(breach);
        assertThat(violations.total()).isEqualTo(breach ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"598989,true", "598990,false", "600000,false"})
    void anEndIsEarlyUntilASecondBeforeTheLifetimeOfTheRequest(long sent, boolean breach) {
        getsCodes();
        error(sent, "expired_token");

        assertThat(violations.count(Invariant.NOT_EARLY) == 1).isEqualTo(breach);
        getsCodes();
        error(sent, "invalid_grant");
        assertThat(violations.count(Invariant.KNOWN_CODE) == 1).isEqualTo(breach);
    }

    @ParameterizedTest
    @CsvSource({"605010,false", "605011,true"})
    void pendingIsLateFiveSecondsAfterTheLifetimeOfTheResponse(long sent, boolean breach) {
        getsCodes();
        error(sent, "authorization_pending");

        assertThat(violations.count(Invariant.NOT_LATE) == 1).isEqualTo(breach);
        assertThat(violations.total()).isEqualTo(breach ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"660010,false", "660011,true"})
    void aTokenIsLateAMinuteAfterTheLifetime(long sent, boolean breach) {
        getsCodes();
        device.beginDecision();
        token(sent, "t");

        assertThat(violations.count(Invariant.NOT_LATE) == 1).isEqualTo(breach);
    }

    @ParameterizedTest
    @CsvSource({"8000,false", "8001,true"})
    void anApprovalIsSeenWithinASecond(long sent, boolean breach) {
        getsCodes();
        device.beginDecision();
        device.confirmApproval(7_000 * MILLI);
        error(sent, "authorization_pending");

        assertThat(violations.count(Invariant.APPROVAL_IS_SEEN) == 1).isEqualTo(breach);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500|{}", "302|", "200|<html>", "200|", "200|{\"error\":\"authorization_pending\"}"})
    void whatIsNoOAuthIsABreach(String answer) {
        getsCodes();
        String[] parts = answer.split("\\|", 2);
        exchange(6_000, 6_010, Integer.parseInt(parts[0]), parts[1]);

        assertBreach(Invariant.WELL_FORMED);
        assertThat(violations.beyondLoad()).isZero();
        assertThat(due()).isEqualTo(11_110);
    }

    @Test
    void silenceAndThrottlingAreNoBreach() {
        conversation.begins(device, 0);
        conversation.hearsNothing(device, "reset", 10);
        exchange(0, 10, 429, "");
        getsCodes();
        exchange(6_000, 6_010, 429, "");
        conversation.begins(device, 0);
        conversation.hearsNothing(device, "reset", 10);

        assertBreach();
        assertThat(recording.answers().of(AnswerKind.NO_ANSWER)).isEqualTo(2);
        assertThat(recording.answers().of(AnswerKind.THROTTLED)).isEqualTo(2);
    }

    @Test
    void whatWasHeardIsNotHeardAgain() {
        getsCodes();
        conversation.hears(device, 200, null, new byte[0], 99 * MILLI);
        conversation.hearsNothing(device, "late", 99 * MILLI);

        assertThat(due()).isEqualTo(5_110);
        assertThat(device.underway()).isFalse();
        assertThat(device.waits()).isTrue();
        assertBreach();
    }

    @Test
    void thoseWhoOnlyAskForCodesKeepTheirSchedule() {
        conversation = with(Conduct.issuing(Duration.ofSeconds(2)));
        device.reschedule(1_000 * MILLI, Duration.ZERO);
        getsCodes();
        exchange(0, 10, 500, "");

        assertThat(due()).isEqualTo(5_000);
        assertThat(device.needsCode()).isTrue();
    }

    @Test
    void aBurstComesAtOnceAndOnlyAfterPending() {
        conversation = with(Conduct.waiting(Duration.ofMillis(100)).withBursts(1));
        getsCodes();
        error(6_000, "authorization_pending");
        assertThat(due()).isEqualTo(6_010);
        error(6_010, "slow_down");

        assertThat(due()).isEqualTo(16_120);
        assertBreach();
    }

    @Test
    void aNewTrialKeepsTheIntervalOfTheCode() {
        getsCodes();
        device.reschedule(1_000 * MILLI, Duration.ofMillis(100));
        assertThat(due()).isEqualTo(5_110);
        device.reschedule(9_000 * MILLI, Duration.ofMillis(100));
        assertThat(due()).isEqualTo(9_000);
        conversation.begins(device, 9_000 * MILLI);
        device.reschedule(9_500 * MILLI, Duration.ofMillis(100));

        assertThat(device.needsCode()).isTrue();
        assertThat(due()).isEqualTo(9_500);
    }

    @Test
    void aCodeThatWillNotLiveLongEnoughIsForgotten() {
        getsCodes();
        assertThat(device.dropUnlessAliveAt(600_000 * MILLI)).isFalse();
        assertThat(device.dropUnlessAliveAt(600_001 * MILLI)).isTrue();
        assertThat(device.needsCode()).isTrue();
    }

    @Test
    void theUserSideIsKeptWhereSomebodyApproves() {
        getsCodes();
        assertThat(device.userSide()).isNull();
        conversation = with(Conduct.waiting(Duration.ofMillis(100)).withUserCodes());
        device.dropCode();
        getsCodes();

        assertThat(device.userSide()).isEqualTo(new Device.UserSide("u", "http://x", null));
        assertThat(device.userSide()).hasToString("UserSide");
    }

    @Test
    void examplesAreKeptUpToFive() {
        for (int i = 0; i < 9; i++) {
            violations.add(Invariant.ISSUED, "example " + i);
        }
        Violations all = new Violations();
        all.add(Invariant.ISSUED, "first");
        all.addAll(violations);

        assertThat(all.count(Invariant.ISSUED)).isEqualTo(10);
        assertThat(all.total()).isEqualTo(10);
        assertThat(all.examples(Invariant.ISSUED))
                .containsExactly("first", "example 0", "example 1", "example 2", "example 3");
    }
}
