package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.grant.Decision;
import org.devicegrant.conformance.embedded.grant.DecisionRules;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.ServerClock;
import org.devicegrant.conformance.embedded.page.Entry;
import org.devicegrant.conformance.embedded.page.PageRules;

/** Servers that mix up codes, tabs and people. */
public final class DecisionDefects implements DefectSource {
    private static final Duration SLOW_WRITE = Duration.ofMillis(150);
    private static final String TYPIST = "who typed it";

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "looksUpEitherCode",
                        "One query finds a request by its device code or its user code.",
                        Set.of("derived-user-code-is-not-device-code"),
                        "*a poll with the user code for a device code: expected an error that ends polling*",
                        server -> server.codes()
                                .byDeviceCode((grants, code) ->
                                        grants.byDeviceCode(code).or(() -> grants.byUserCode(code)))),
                new Defect(
                        "letsTheDeviceCodeBeTyped",
                        "The page for the code takes the device code as well.",
                        Set.of("derived-user-code-is-not-device-code"),
                        "*the device code typed for a user code: expected no decision*",
                        server -> server.codes()
                                .byUserCode((grants, code) ->
                                        grants.byUserCode(code).or(() -> grants.byDeviceCode(code)))),
                new Defect(
                        "keepsOneCodePerSession",
                        "The decision is for the code that was entered last in the browser.",
                        Set.of("derived-two-tabs-bound-to-own-code"),
                        "*the poll of the second of two codes after the approval of the first*got 200 with a token*",
                        server -> server.pages().addressing(PageRules.Addressing.LATEST)),
                new Defect(
                        "writesTheOldStateBack",
                        "A poll reads the request, and writes it back as it was read.",
                        Set.of("derived-poll-does-not-undo-approval"),
                        "*at the moment of another poll: expected a token, got 400 authorization_pending*",
                        server -> server.polling().around(DecisionDefects::writtenBack)),
                new Defect(
                        "revivesRedeemedCodes",
                        "A late second approval makes a redeemed code approved again.",
                        Set.of("derived-parallel-decisions"),
                        "*the polls after repeated approvals: expected one outcome that lasts, got 2 tokens*",
                        server -> server.decisions().around(DecisionRules.lastOneCounts())),
                new Defect(
                        "letsRefusalsBeOverruled",
                        "A refused code can be entered again.",
                        Set.of("derived-decided-user-code-is-final"),
                        "*the poll of a refused code that somebody else approved*got 200 with a token*",
                        server -> server.pages().aroundEntry(DecisionDefects::revived)),
                new Defect(
                        "replacesTheApprover",
                        "An approved code can be entered again, and the last approval counts.",
                        Set.of("derived-decided-user-code-is-final"),
                        "*the token: expected one for whoever approved first, got one for somebody else*",
                        server -> {
                            server.pages().aroundEntry(DecisionDefects::stillOpen);
                            server.decisions().around(DecisionRules.lastOneCounts());
                        }),
                new Defect(
                        "issuesTokensToWhoeverTypesTheCode",
                        "The token is for whoever was signed in when the code was entered.",
                        Set.of("derived-subject-is-approver"),
                        "*expected a token for the one who approved or no token, got a token for another*",
                        server -> {
                            server.pages().order(PageRules.Order.LOGIN_FIRST).aroundEntry(DecisionDefects::noted);
                            server.decisions().around(DecisionDefects::forTheTypist);
                        }));
    }

    private static Entry.Outcome revived(Entry entry, Function<Entry, Entry.Outcome> next) {
        entry.grant()
                .filter(grant -> grant.is(DeviceGrant.State.REFUSED))
                .ifPresent(grant -> grant.forceState(DeviceGrant.State.PENDING));
        return next.apply(entry);
    }

    private static Answer writtenBack(Poll poll, Function<Poll, Answer> next) {
        boolean pending = poll.grant().is(DeviceGrant.State.PENDING);
        Answer answer = next.apply(poll);
        if (pending) {
            ServerClock.hold(SLOW_WRITE);
            poll.grant().forceState(DeviceGrant.State.PENDING);
        }
        return answer;
    }

    private static Entry.Outcome stillOpen(Entry entry, Function<Entry, Entry.Outcome> next) {
        entry.grant()
                .filter(grant -> grant.is(DeviceGrant.State.APPROVED))
                .ifPresent(grant -> grant.forceState(DeviceGrant.State.PENDING));
        return next.apply(entry);
    }

    private static Entry.Outcome noted(Entry entry, Function<Entry, Entry.Outcome> next) {
        entry.grant()
                .ifPresent(grant -> entry.user().ifPresent(user -> grant.notes().putIfAbsent(TYPIST, user)));
        return next.apply(entry);
    }

    private static Decision.Outcome forTheTypist(Decision decision, Function<Decision, Decision.Outcome> next) {
        Object typist = decision.grant().notes().get(TYPIST);
        return next.apply(typist instanceof User user ? decision.by(user) : decision);
    }
}
