package org.devicegrant.conformance.rfc6749.s3_3_scope;

import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.protocol.Scopes;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** Whether a token ever does more than the user was asked for. */
class ApprovedScopeChecks {
    @Check("derived-scope-not-wider-than-approved")
    void theTokenIsForNothingTheUserDidNotApprove(Devices devices, Judge judge, Grants grants, Users users) {
        List<Supplier<Boolean>> parts = new ArrayList<>();
        String narrow = devices.target().probes().narrowScope();
        if (narrow != null) {
            parts.add(() -> widerPoll(devices, judge, users, narrow));
            parts.add(() -> plainPoll(devices, judge, grants, narrow));
        }
        if (devices.target().approval().by() == Approval.By.BROWSER) {
            parts.add(() -> defaultScope(devices, judge, users));
        }
        if (parts.isEmpty()) {
            throw new NotApplicable("the target file gives neither narrow_scope nor approval.by: browser");
        }

        Together.all(parts);
    }

    private static boolean widerPoll(Devices devices, Judge judge, Users users, String narrow) {
        String wide = String.valueOf(devices.protocol().scope(devices.main()));
        Device device = users.decide(() -> devices.startWithScope(devices.main(), narrow), Decision.APPROVE);

        Answer answer = device.pollUntilDecided(2, poll -> poll.with("scope", wide));
        if (!answer.tokens()) {
            judge.expect("a poll that asks for more scope than was approved", answer)
                    .learningNothingFrom(endOf(device), "the code ended before that")
                    .toBe(error(ErrorCodes.INVALID_SCOPE), error(ErrorCodes.INVALID_REQUEST), token());
            answer = device.spacedPoll();
            judge.expectState("an ordinary poll after it", answer)
                    .learningNothingFrom(endOf(device), "the code ended before that")
                    .otherwise("a superfluous parameter costs the user the login")
                    .toBe(token());
        }
        return !answer.tokens() || isWithin(judge, devices, device, answer, narrow, "polled for with a wider scope");
    }

    private static boolean plainPoll(Devices devices, Judge judge, Grants grants, String narrow) {
        Grants.Redeemed redeemed = grants.redeemed(() -> devices.startWithScope(devices.main(), narrow));
        return isWithin(judge, devices, redeemed.device(), redeemed.token(), narrow, "asked for with a narrow scope");
    }

    private static boolean isWithin(
            Judge judge, Devices devices, Device device, Answer answer, String narrow, String how) {
        Granted granted = Granted.of(devices, new Grants.Redeemed(device, List.of(answer)));
        return judge.expect("a token " + how, granted, Granted::inWords, answer)
                .otherwise("the token does more than the user was asked for")
                .toBe(Outcome.of(
                        "nothing beyond " + Scopes.inWords(Scopes.of(narrow)), g -> g.staysWithin(Scopes.of(narrow))));
    }

    /** What a default grants must have been on the page that the user has seen. */
    private static boolean defaultScope(Devices devices, Judge judge, Users users) {
        Answer started = devices.send(devices.protocol().authorization(devices.main(), null));
        if (!started.codes()) {
            return true;
        }
        Read read = approveReading(users, devices);
        Granted granted = Granted.of(devices, Grants.polled(read.device()));
        ConsentPage consent =
                new ConsentPage(read.page(), devices.target().probes().scopeTexts());

        Set<String> access = Scopes.withoutTechnical(granted.scope());
        return judge.expect("a token asked for without a scope", access, Scopes::inWords, granted.answer())
                .tolerating(
                        Outcome.of("a scope", scope -> !consent.hides(scope)),
                        "the decision page does not name it in words that can be compared; give scope_texts")
                .otherwise("the token does more than the user has read")
                .toBe(Outcome.of("the scope that the decision page names", consent::describesAllOf));
    }

    /** A device that was approved, and the page that the user has read before. */
    private record Read(Device device, String page) {}

    private static Read approveReading(Users users, Devices devices) {
        try (Sitting sitting = users.first()) {
            return sitting.act(tab -> {
                Device device = devices.startWithScope(devices.main(), null);
                Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
                String page = tab.text();
                Walks.completed(sitting.goOn(Decision.APPROVE), Decision.APPROVE);
                return new Read(device, page);
            });
        }
    }
}
