package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.serverError;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Tokens;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Momentary;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.user.Users;

/** One decision is one grant: a code is redeemed at most once, whoever asks at the same moment. */
class SingleUseChecks {
    private static final int ROUNDS = 5;
    private static final int POLLS_AT_ONCE = 8;
    private static final int PENDING_POLLS_AT_ONCE = 5;
    private static final Duration LONG_PAUSE = Duration.ofSeconds(25);

    @Check("derived-device-code-single-use")
    void aRedeemedCodeYieldsNoFurtherToken(Devices devices, Judge judge, Grants grants) {
        Grants.Redeemed redeemed = grants.redeemedApart(devices.main());
        Answer first = redeemed.token();

        Answer second = redeemed.device().spacedPoll();
        Answer third = redeemed.device().spacedPoll();

        Outcome<Answer> replay = Outcome.of("the same token again", a -> a.tokens() && Tokens.same(a, first));
        judge.expectState("a spaced poll after the redemption", second)
                .tolerating(pending(), "the redemption is seen late, as if by a stale replica")
                .tolerating(replay, "the same token is replayed")
                .tolerating(terminal(), "invalid_grant is the defined code for a used grant")
                .tolerating(turnedAway(), "invalid_grant is the defined code for a used grant")
                .otherwise("one decision of the user yields several tokens")
                .toBe(error(ErrorCodes.INVALID_GRANT));
        judge.expectState("a second spaced poll after the redemption", third)
                .tolerating(replay, "the same token is replayed")
                .tolerating(terminal(), "invalid_grant is the defined code for a used grant")
                .tolerating(turnedAway(), "invalid_grant is the defined code for a used grant")
                .otherwise("a redeemed code stays alive")
                .toBe(error(ErrorCodes.INVALID_GRANT));
    }

    @Check("derived-redemption-race")
    void pollsAtTheSameMomentYieldOneToken(Devices devices, Judge judge, Grants grants) {
        for (int round = 0; round < ROUNDS; round++) {
            Device device = grants.approvedApart(devices.main());
            device.pause(device.interval().plusMillis(200));
            judgeRace(judge, device, device.pollsAtOnce(POLLS_AT_ONCE));
        }
    }

    private static void judgeRace(Judge judge, Device device, List<Answer> answers) {
        if (answers.size() < 2) {
            throw new Momentary("fewer than two polls reached the server at the same moment", "run it again");
        }
        List<Answer> all = new ArrayList<>(answers);
        if (Tokens.withTokens(answers).isEmpty()) {
            all.add(device.spacedPoll());
        }
        boolean lost = answers.size() < POLLS_AT_ONCE;
        String polls = answers.size() + " polls at the same moment";
        int tokens = Math.max(Tokens.distinctAccessTokens(all), Tokens.distinctRefreshTokens(all));
        judge.expect(polls, tokens, n -> n + " different token sets", all)
                .learningNothingFrom(
                        Outcome.of("no token set", n -> n == 0 && lost),
                        "not every poll was answered, and the tokens may have been in an answer that was lost")
                .otherwise(tokens == 0 ? "the approval is lost" : "one decision of the user yields several tokens")
                .toBe(Outcome.of("one token set", n -> n == 1));
        judge.expect(polls, Tokens.withTokens(all).size(), n -> n + " answers with a token", all)
                .tolerating(
                        Outcome.of("several", n -> tokens == 1 && n > 1), "the same token is answered several times")
                .toBe(Outcome.of("one answer with a token", n -> n <= 1 || tokens > 1));
        for (Answer answer : all) {
            judge.expect("one of " + polls, answer)
                    .otherwise("the server stumbles over parallel polls")
                    .toBe(Outcome.of("no server error", a -> !serverError().matches(a)));
        }
    }

    @Check("derived-concurrent-pending-polls")
    void pollsAtTheSameMomentLeaveAPendingRequestIntact(Devices devices, Judge judge) {
        Device device = devices.start();

        List<Answer> answers = device.pollsAtOnce(PENDING_POLLS_AT_ONCE);

        for (Answer answer : answers) {
            judge.expect("one of five polls of a pending code at the same moment", answer)
                    .learningNothingFrom(Outcome.of("429", a -> a.status() == 429), "a limiter answered")
                    .otherwise("parallel polls break a pending request")
                    .toBe(pending());
        }
        Duration quiet = device.interval()
                .plus(max(Device.SLOW_DOWN_STEP.multipliedBy(device.slowDowns()), LONG_PAUSE.minus(device.interval())));
        if (device.life().leftAtLeast().compareTo(quiet.plusSeconds(1)) < 0) {
            quiet = device.life().leftAtLeast().minusSeconds(2);
        }
        judge.expect("a poll after a long pause", device.pollAfter(quiet))
                .learningNothingFrom(error(ErrorCodes.EXPIRED_TOKEN), "the lifetime is too short for this question")
                .otherwise("parallel polls spoilt the request")
                .toBe(pending());
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @Check("8628-3.5-approved-but-too-fast")
    void anEarlyPollDoesNotLoseTheApproval(Devices devices, Judge judge, Users users) {
        EarlyPoll.Seen seen = EarlyPoll.ofApproved(devices::start, users);
        Device device = seen.device();
        Answer early = seen.early();

        judge.expectState("an early poll of an approved code", early)
                .otherwise("polling too early costs the user the login")
                .toBe(token(), error(ErrorCodes.SLOW_DOWN));
        if (early.isError(ErrorCodes.SLOW_DOWN)) {
            judge.expectState("the spaced poll after it", device.spacedPoll())
                    .otherwise("polling too early costs the user the login")
                    .toBe(token());
        }
    }
}
