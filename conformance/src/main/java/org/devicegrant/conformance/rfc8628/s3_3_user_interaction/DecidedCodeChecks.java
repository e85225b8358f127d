package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.perhapsAfterTheEnd;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Tokens;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Oracle;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** Somebody else types a code about which its user has decided. */
class DecidedCodeChecks {
    @Check("derived-decided-user-code-is-final")
    void aDecisionIsNotTakenBackBySomebodyElse(Devices devices, Judge judge, Users users, Grants grants) {
        users.user(1);
        Device approved = grants.approvedApart(devices.main());
        somebodyElse(
                users,
                sitting -> judgePage(
                        judge,
                        "an approved code typed by somebody else",
                        sitting.byTyping(approved, Decision.APPROVE),
                        approved));
        judgeToken(judge, approved, devices.oracle(), grants);

        Device refused = grants.refused();
        somebodyElse(
                users,
                sitting -> judgePage(
                        judge,
                        "a refused code typed by somebody else",
                        sitting.byTyping(refused, Decision.APPROVE),
                        refused));
        judge.expectState("the poll of a refused code that somebody else approved", refused.pollUntilDecided(2))
                .otherwise("a refusal does not last")
                .toBe(terminal());

        Grants.Redeemed first = grants.redeemedApart(devices.main());
        Device redeemed = first.device();
        URI start = redeemed.verificationUriComplete().orElse(redeemed.verificationUri());
        somebodyElse(
                users,
                sitting -> judgePage(
                        judge,
                        "a redeemed code opened by somebody else",
                        sitting.byTyping(start, redeemed.userCode(), Decision.APPROVE),
                        redeemed));
        judge.expectState("the poll of a redeemed code that somebody else approved", redeemed.pollUntilDecided(2))
                .learningNothingFrom(pending(), "no second token came; see derived-device-code-single-use")
                .learningNothingFrom(
                        Outcome.of("the first token again", a -> sameToken(a, first.answer())),
                        "the first token came again; see derived-device-code-single-use")
                .otherwise("one code gives two tokens")
                .toBe(terminal());
    }

    private static boolean sameToken(Answer answer, Answer first) {
        return answer.tokens() && Tokens.distinctAccessTokens(List.of(answer, first)) == 1;
    }

    /** One attempt for each code: every one may count as a wrong guess. */
    private static void somebodyElse(Users users, Consumer<Sitting> attempt) {
        try (Sitting sitting = users.second()) {
            attempt.accept(sitting);
        }
    }

    private static void judgePage(Judge judge, String subject, Walk walk, Device device) {
        judge.expect(subject, walk, Walks::inWords, device.issued())
                .learningNothingFrom(
                        Outcome.of("a lock", w -> w.ending() == PageKind.LOCKED_OUT), "somebody else is locked out")
                .tolerating(
                        Outcome.of("a decision without effect", Walks::askedForADecision),
                        "somebody is asked for a decision that has been made")
                .toBe(Outcome.of("no decision page", w -> !Walks.askedForADecision(w)));
    }

    private static void judgeToken(Judge judge, Device device, Oracle oracle, Grants grants) {
        Answer answer = device.pollUntilDecided(2);
        judge.expectState("the poll of an approved code that somebody else approved again", answer)
                .learningNothingFrom(perhapsAfterTheEnd(device), "the lifetime ended before the poll")
                .otherwise("somebody else can spoil an approval")
                .toBe(token());
        Optional<String> approver = Grants.ifPossible(grants::redeemed)
                .filter(grant -> grant.answer().tokens())
                .flatMap(grant -> oracle.subject(grant.answer()));
        Optional<String> subject = answer.tokens() ? oracle.subject(answer) : Optional.empty();
        if (approver.isPresent() && subject.isPresent()) {
            judge.expect("the token", subject.equals(approver), o -> "one for somebody else", answer)
                    .otherwise("a decision is replaced by the next")
                    .toBe(Outcome.of("one for whoever approved first", own -> own));
        }
    }
}
