package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.noServerError;
import static org.devicegrant.conformance.assertion.Answers.perhapsAfterTheEnd;
import static org.devicegrant.conformance.assertion.Answers.token;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Tokens;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.user.DecisionRequest;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/**
 * Decisions that reach the server at the same moment as a poll or as another decision. They are sent without the browser,
 * because only then they can be timed.
 */
class DecisionRaceChecks {
    private static final int APPROVALS = 6;
    private static final int REFUSALS = 2;
    private static final String LATE = "the lifetime ended before the poll";
    private static final Outcome<List<Answer>> LASTING =
            Outcome.of("one outcome that lasts", DecisionRaceChecks::lasts);

    @Check("derived-poll-does-not-undo-approval")
    void aPollAtTheMomentOfADecisionDoesNotUndoIt(Devices devices, Judge judge, Users users) {
        try (Sitting sitting = users.apart()) {
            DecisionRequest approval = DecisionRequest.learnt(sitting, devices.start(), Decision.APPROVE);
            Device control = atTheDecision(devices, sitting);
            devices.wire().send(approval.pressedOn(sitting));
            judge.control("an approval sent without the browser", control.pollUntilDecided(2), token());
            for (int i = 0; i < APPROVALS; i++) {
                judgeRound(judge, "an approval", atTheDecision(devices, sitting), approval.pressedOn(sitting), token());
            }

            DecisionRequest refusal = DecisionRequest.learnt(sitting, devices.start(), Decision.REFUSE);
            for (int i = 0; i < REFUSALS; i++) {
                Device device = atTheDecision(devices, sitting);
                judgeRound(judge, "a refusal", device, refusal.pressedOn(sitting), error(ErrorCodes.ACCESS_DENIED));
            }
        }
    }

    private static void judgeRound(
            Judge judge, String decision, Device device, Request request, Outcome<Answer> outcome) {
        Answer beside = polls(device.spacedPollBeside(List.of(request))).stream()
                .findFirst()
                .orElseThrow(() -> new Inconclusive("the poll beside " + decision + " got no answer", "run it again"));
        Answer last = beside.pending() ? device.pollUntilDecided(2) : beside;
        judge.expectState("the poll after " + decision + " at the moment of another poll", last)
                .learningNothingFrom(perhapsAfterTheEnd(device), LATE)
                .otherwise("the poll has written the old state back: the login hangs")
                .toBe(outcome);
    }

    @Check("derived-parallel-decisions")
    void severalDecisionsHaveOneOutcome(Devices devices, Judge judge, Users users) {
        try (Sitting sitting = users.apart()) {
            DecisionRequest approval = DecisionRequest.learnt(sitting, devices.start(), Decision.APPROVE);
            judgeRepeatedApproval(judge, devices, sitting, approval);

            DecisionRequest refusal = DecisionRequest.learnt(sitting, devices.start(), Decision.REFUSE);
            Device together = atTheDecision(devices, sitting);
            List<Request> both = List.of(approval.pressedOn(sitting), refusal.pressedOn(sitting));
            judgePages(judge, devices.wire().http().volley(devices.wire().check(), both));
            judgeOutcome(judge, "an approval and a refusal at the same moment", threePolls(together));

            Device inTurn = atTheDecision(devices, sitting);
            Request approve = approval.pressedOn(sitting);
            Request refuse = refusal.pressedOn(sitting);
            judgePages(
                    judge, List.of(devices.wire().send(approve), devices.wire().send(refuse)));
            judgeOutcome(judge, "a refusal after an approval", threePolls(inTurn));
        }
    }

    /** The second click, and the one that comes when the device has its token already. */
    private static void judgeRepeatedApproval(Judge judge, Devices devices, Sitting sitting, DecisionRequest approval) {
        Device device = atTheDecision(devices, sitting);
        Request approve = approval.pressedOn(sitting);
        Answer first = devices.wire().send(approve);
        List<Answer> answers = device.spacedPollBeside(List.of(approve, approve));
        judgePages(judge, List.of(first, devices.wire().send(approve)));

        List<Answer> polls = new ArrayList<>(polls(answers));
        polls.add(device.spacedPoll());
        polls.add(device.spacedPoll());
        judge.control("the approval, sent without the browser", firstDecided(polls), token());
        judgeOutcome(judge, "repeated approvals", polls);
    }

    private static Answer firstDecided(List<Answer> polls) {
        return polls.stream().filter(poll -> !poll.pending()).findFirst().orElse(polls.get(0));
    }

    private static Device atTheDecision(Devices devices, Sitting sitting) {
        Device device = devices.start();
        Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
        return device;
    }

    private static List<Answer> polls(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.request().endpoint() == Endpoint.TOKEN)
                .toList();
    }

    private static List<Answer> threePolls(Device device) {
        return List.of(device.spacedPoll(), device.spacedPoll(), device.spacedPoll());
    }

    private static void judgePages(Judge judge, List<Answer> pages) {
        pages.forEach(page -> judge.expect("the answer to one of several decisions", page)
                .otherwise("a double click crashes the page")
                .toBe(noServerError()));
    }

    private static void judgeOutcome(Judge judge, String what, List<Answer> polls) {
        judge.expect("the polls after " + what, polls, DecisionRaceChecks::inWords, polls)
                .otherwise("a decision that was made is made again")
                .toBe(LASTING);
    }

    /** No second token, and none after a refusal. */
    private static boolean lasts(List<Answer> polls) {
        boolean ended = false;
        for (Answer poll : polls) {
            if (poll.tokens() && ended) {
                return false;
            }
            ended |= poll.isError(ErrorCodes.ACCESS_DENIED);
        }
        return Tokens.distinctAccessTokens(polls) <= 1;
    }

    private static String inWords(List<Answer> polls) {
        int tokens = Tokens.distinctAccessTokens(polls);
        return tokens > 1 ? tokens + " tokens" : "a token after access_denied";
    }
}
