package org.devicegrant.conformance.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Header;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.Form;
import org.junit.jupiter.api.Test;

/** What an expectation says is read by people: its sentences are tested like an interface. */
class JudgeTest {
    private final Judge judge = new Judge();

    static Answer answer(int number, int status, String body) {
        Request request = Request.post(Endpoint.TOKEN, "poll", URI.create("http://127.0.0.1/token"), Form.empty());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(
                number, request, 0, 1, status, List.of(new Header("Content-Type", "application/json")), bytes, false);
    }

    private static Answer error(int number, String code) {
        return answer(number, 400, "{\"error\":\"" + code + "\"}");
    }

    @Test
    void anAllowedOutcomeIsSilent() {
        boolean right = judge.expect("a poll", error(7, "invalid_grant")).toBe(Answers.error("invalid_grant"));

        assertThat(right).isTrue();
        assertThat(judge.findings()).isEmpty();
        assertThat(judge.exchanges()).containsExactly(7);
    }

    @Test
    void aDeviationNamesWhatWouldHaveBeenAcceptedAndWhatCame() {
        boolean right = judge.expect("a poll", error(7, "slow_down"))
                .otherwise("the device waits in vain")
                .toBe(Answers.error("invalid_grant"), Answers.error("expired_token"));

        assertThat(right).isFalse();
        assertThat(judge.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.DEVIATION);
            assertThat(finding.message())
                    .isEqualTo("a poll: expected invalid_grant or expired_token, got 400 slow_down;"
                            + " the device waits in vain");
            assertThat(finding.expected()).containsExactly("invalid_grant", "expired_token");
            assertThat(finding.actual()).isEqualTo("400 slow_down");
            assertThat(finding.exchanges()).containsExactly(7);
        });
    }

    @Test
    void aToleratedOutcomeIsARemark() {
        boolean right = judge.expect("a first poll", error(7, "slow_down"))
                .tolerating(Answers.error("slow_down"), "the clock starts at issuance")
                .toBe(Answers.error("authorization_pending"));

        assertThat(right).isTrue();
        assertThat(judge.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.REMARK);
            assertThat(finding.message()).isEqualTo("a first poll got 400 slow_down: the clock starts at issuance");
        });
    }

    @Test
    void whatNothingCanBeLearntFromIsNotWarnedAboutEither() {
        assertThatThrownBy(() -> judge.expect("a late poll", error(3, "expired_token"))
                        .tolerating(Answers.terminal(), "another code is usual")
                        .learningNothingFrom(Answers.error("expired_token"), "the code's life may have ended")
                        .toBe(Answers.token()))
                .isInstanceOf(Inconclusive.class)
                .hasMessage("a late poll got 400 expired_token: the code's life may have ended");
        assertThat(judge.findings()).isEmpty();
    }

    @Test
    void nothingIsLearntFromAFailedControl() {
        assertThatThrownBy(() -> judge.control("the control", error(3, "invalid_client"), Answers.pending()))
                .isInstanceOf(Inconclusive.class)
                .hasMessage("the control failed: the control got 400 invalid_client instead of"
                        + " authorization_pending or slow_down");
    }

    @Test
    void aServerErrorIsNeverAnOAuthError() {
        assertThat(Answers.error("invalid_grant").matches(answer(1, 500, "{\"error\":\"invalid_grant\"}")))
                .isFalse();
        assertThat(Answers.anyError().matches(answer(1, 503, "{\"error\":\"x\"}")))
                .isFalse();
    }

    @Test
    void deviationsComeBeforeRemarks() {
        judge.expect("one", error(1, "slow_down"))
                .tolerating(Answers.pending(), "reason")
                .toBe(Answers.token());
        judge.expect("two", error(2, "slow_down")).toBe(Answers.token());

        assertThat(judge.findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.DEVIATION, Finding.Kind.REMARK);
        assertThat(judge.exchanges()).containsExactly(2, 1);
    }

    @Test
    void whatStrandsFindIsToldInTheOrderOfTheCheckNotOfTheClock() {
        CountDownLatch secondHasFound = new CountDownLatch(1);
        Supplier<Boolean> first = () -> {
            await(secondHasFound);
            return find("the first");
        };
        Supplier<Boolean> second = () -> {
            boolean right = find("the second");
            secondHasFound.countDown();
            return right;
        };

        Together.all(List.of(first, second));
        find("the third");

        assertThat(judge.findings())
                .extracting(Finding::message)
                .satisfiesExactly(
                        m -> assertThat(m).startsWith("the first"),
                        m -> assertThat(m).startsWith("the second"),
                        m -> assertThat(m).startsWith("the third"));
    }

    private boolean find(String subject) {
        return judge.expect(subject, error(1, "invalid_request")).toBe(Answers.error("invalid_grant"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPollThatTellsNothingAboutTheCodeProvesNothingAboutIt() {
        assertThatThrownBy(() -> judge.expectState("the poll", error(7, "invalid_client"))
                        .otherwise("anybody can approve")
                        .toBe(Answers.pending()))
                .isInstanceOf(Inconclusive.class)
                .hasMessage("the poll got 400 invalid_client: this tells nothing about the code; see what other"
                        + " requirements say about this answer");
        assertThat(judge.findings()).isEmpty();
        assertThat(judge.exchanges()).containsExactly(7);
    }

    @Test
    void whatIsRightOrToleratedNeedNotTellMore() {
        judge.expectState("the poll", error(7, "invalid_client")).toBe(Answers.terminal());
        assertThat(judge.findings()).isEmpty();

        judge.expectState("the poll", error(7, "invalid_client"))
                .tolerating(Answers.refusal(), "other words would be better")
                .toBe(Answers.pending());
        assertThat(judge.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.REMARK));
    }

    @Test
    void aPollThatTellsTheWrongStateIsADeviation() {
        judge.expectState("the poll", error(7, "access_denied")).toBe(Answers.pending());

        assertThat(judge.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.DEVIATION));
    }
}
