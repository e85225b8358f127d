package org.devicegrant.load.step;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.devicegrant.load.protocol.AnswerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held against the server, to the millisecond at which it begins to be. */
class JudgeTest {
    private final Talk talk = new Talk(Conduct.waiting(Duration.ofMillis(100)));

    @Test
    void aCodeThatIsRedeemedTwiceIsABreach() {
        talk.getsCodes();
        talk.device.beginDecision();
        talk.token(8_000, "t1");
        talk.token(14_000, "t2");

        talk.assertBreach(Invariant.ONE_TOKEN_SET);
        assertThat(talk.device.needsCode()).isTrue();
    }

    @Test
    void nobodyGetsATokenOrARefusalWhoWasNotDecidedAbout() {
        talk.getsCodes();
        talk.token(8_000, "t1");
        talk.error(14_000, "invalid_grant");
        assertThat(talk.violations.count(Invariant.OWN_ANSWER)).isEqualTo(1);
        talk.getsCodes();
        talk.error(20_000, "access_denied");

        assertThat(talk.violations.count(Invariant.OWN_ANSWER)).isEqualTo(2);
        talk.assertBreach(Invariant.OWN_ANSWER);
    }

    @Test
    void aRefusalAfterADecisionIsRight() {
        talk.getsCodes();
        talk.device.beginDecision();
        talk.error(6_000, "access_denied");

        talk.assertBreach();
        assertThat(talk.device.needsCode()).isTrue();
    }

    @Test
    void codesAndTokensAreGivenOutOnce() {
        talk.getsCodes();
        talk.device.beginDecision();
        talk.token(6_000, "same");
        talk.error(12_000, "invalid_grant");
        talk.codesFromTheStart();
        talk.getsCodes();
        talk.device.beginDecision();
        talk.token(6_000, "same");

        assertThat(talk.violations.count(Invariant.OWN_ANSWER)).isEqualTo(2);
        talk.assertBreach(Invariant.OWN_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"5009,false", "5010,true", "9000,true"})
    void slowDownIsHeldAgainstTheServerFromTheInterval(long sent, boolean breach) {
        talk.getsCodes();
        talk.error(sent, "slow_down");

        assertThat(talk.violations.count(Invariant.LAWFUL_POLLER) == 1).isEqualTo(breach);
        assertThat(talk.violations.total()).isEqualTo(breach ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"598989,true", "598990,false", "600000,false"})
    void anEndIsEarlyUntilASecondBeforeTheLifetimeOfTheRequest(long sent, boolean breach) {
        talk.getsCodes();
        talk.error(sent, "expired_token");

        assertThat(talk.violations.count(Invariant.NOT_EARLY) == 1).isEqualTo(breach);
        talk.getsCodes();
        talk.error(sent, "invalid_grant");
        assertThat(talk.violations.count(Invariant.KNOWN_CODE) == 1).isEqualTo(breach);
    }

    @ParameterizedTest
    @CsvSource({"605010,false", "605011,true"})
    void pendingIsLateFiveSecondsAfterTheLifetimeOfTheResponse(long sent, boolean breach) {
        talk.getsCodes();
        talk.error(sent, "authorization_pending");

        assertThat(talk.violations.count(Invariant.NOT_LATE) == 1).isEqualTo(breach);
        assertThat(talk.violations.total()).isEqualTo(breach ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"660010,false", "660011,true"})
    void aTokenIsLateAMinuteAfterTheLifetime(long sent, boolean breach) {
        talk.getsCodes();
        talk.device.beginDecision();
        talk.token(sent, "t");

        assertThat(talk.violations.count(Invariant.NOT_LATE) == 1).isEqualTo(breach);
    }

    @ParameterizedTest
    @CsvSource({"8000,false", "8001,true"})
    void anApprovalIsSeenWithinASecond(long sent, boolean breach) {
        talk.getsCodes();
        talk.device.beginDecision();
        talk.device.confirmApproval(7_000 * Talk.MILLI);
        talk.error(sent, "authorization_pending");

        assertThat(talk.violations.count(Invariant.APPROVAL_IS_SEEN) == 1).isEqualTo(breach);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500|{}", "302|", "200|<html>", "200|", "200|{\"error\":\"authorization_pending\"}"})
    void whatIsNoOAuthIsABreach(String answer) {
        talk.getsCodes();
        String[] parts = answer.split("\\|", 2);
        talk.exchange(6_000, 6_010, Integer.parseInt(parts[0]), parts[1]);

        talk.assertBreach(Invariant.WELL_FORMED);
        assertThat(talk.violations.beyondLoad()).isZero();
        assertThat(talk.due()).isEqualTo(11_110);
    }

    @Test
    void silenceAndThrottlingAreNoBreach() {
        talk.conversation.begins(talk.device, 0);
        talk.conversation.hearsNothing(talk.device, "reset", 10);
        talk.exchange(0, 10, 429, "");
        talk.getsCodes();
        talk.exchange(6_000, 6_010, 429, "");
        talk.conversation.begins(talk.device, 0);
        talk.conversation.hearsNothing(talk.device, "reset", 10);

        talk.assertBreach();
        assertThat(talk.recording.answers().of(AnswerKind.NO_ANSWER)).isEqualTo(2);
        assertThat(talk.recording.answers().of(AnswerKind.THROTTLED)).isEqualTo(2);
    }

    @Test
    void whatFollowsAPollWithoutAnAnswerMayStillBeAboutThatOne() {
        talk.getsCodes();
        talk.device.beginDecision();
        unanswered(6_000);
        talk.error(20_000, "slow_down");
        talk.error(40_000, "invalid_grant");

        talk.assertBreach();
    }

    @Test
    void aPollThatWasWrittenTwiceMayBeTooFastForTheServer() {
        talk.getsCodes();
        talk.conversation.begins(talk.device, 6_000 * Talk.MILLI);
        talk.conversation.sends(talk.device, 6_000 * Talk.MILLI);
        talk.conversation.sends(talk.device, 6_001 * Talk.MILLI);
        talk.conversation.hears(
                talk.device, 400, null, "{\"error\":\"slow_down\"}".getBytes(UTF_8), 6_010 * Talk.MILLI);

        talk.assertBreach();
    }

    @Test
    void silenceExcusesNeitherAnUndecidedCodeThatIsUnknownNorTheNextCode() {
        talk.getsCodes();
        unanswered(6_000);
        talk.error(20_000, "invalid_grant");
        talk.assertBreach(Invariant.KNOWN_CODE);

        talk.getsCodes();
        talk.error(30_000, "slow_down");
        talk.assertBreach(Invariant.KNOWN_CODE, Invariant.LAWFUL_POLLER);
    }

    private void unanswered(long sent) {
        talk.conversation.begins(talk.device, sent * Talk.MILLI);
        talk.conversation.sends(talk.device, sent * Talk.MILLI);
        talk.conversation.hearsNothing(talk.device, "reset", (sent + 10) * Talk.MILLI);
    }

    @Test
    void examplesAreKeptUpToFive() {
        for (int i = 0; i < 9; i++) {
            talk.violations.add(Invariant.ISSUED, "example " + i);
        }
        Violations all = new Violations();
        all.add(Invariant.ISSUED, "first");
        all.addAll(talk.violations);

        assertThat(all.count(Invariant.ISSUED)).isEqualTo(10);
        assertThat(all.total()).isEqualTo(10);
        assertThat(all.examples(Invariant.ISSUED))
                .containsExactly("first", "example 0", "example 1", "example 2", "example 3");
    }
}
