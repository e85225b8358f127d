package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.APPROVED;
import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.REDEEMED;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.grant.Redemption;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** Servers on which one decision is more than one grant, or one request touches another's grant. */
public final class IndependenceDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "redeemsAsOftenAsAsked",
                        "Issues new tokens for a code as often as it is polled.",
                        Set.of("derived-device-code-single-use"),
                        "*after the redemption: expected invalid_grant, got 200 with a token; one decision*",
                        server -> server.polling().redemption(Redemption.everyTime())),
                new Defect(
                        "looksIssuesAndOnlyThenMarks",
                        "Reads the state, issues the tokens and only then marks the code as used.",
                        Set.of("derived-redemption-race"),
                        "*polls at the same moment: expected one token set, got * different token sets*",
                        server -> server.polling().redemption(Redemption.checkThenAct(Duration.ofMillis(60)))),
                new Defect(
                        "stumblesOverParallelPolls",
                        "Answers 500 when two polls of a code want to store their time at once.",
                        Set.of("derived-concurrent-pending-polls"),
                        "*one of five polls of a pending code at the same moment*got 500*",
                        server -> server.polling().around(IndependenceDefects::colliding)),
                new Defect(
                        "dropsTheCodeOfAFailedRequest",
                        "Removes the code before it looks at the rest of the request.",
                        Set.of("derived-failed-request-does-not-consume"),
                        "*a failed request consumed the approval*",
                        server -> server.onToken((request, answer) -> dropping(server, request, answer))),
                new Defect(
                        "servesWhoeverKnowsTheCode",
                        "Looks the code up without comparing the client.",
                        Set.of("derived-foreign-poll-harmless"),
                        "*a stranger's poll of an approved code*the token goes to another client*",
                        server -> server.polling().around(IndependenceDefects::servingApproved)),
                new Defect(
                        "keepsOneSessionPerClient",
                        "Stores sessions under the client, so the newest replaces the older ones.",
                        Set.of("derived-sessions-independent"),
                        "*the oldest of three undecided sessions: expected*",
                        server -> server.codes().onIssue(grant -> forgetOlder(server, grant))));
    }

    private static Answer colliding(Poll poll, Function<Poll, Answer> next) {
        if (poll.grant().notes().putIfAbsent("being polled", true) != null) {
            return Answer.text(500, "text/plain", "version conflict");
        }
        ServerClock.hold(Duration.ofMillis(60));
        poll.grant().notes().remove("being polled");
        return next.apply(poll);
    }

    private static Answer dropping(Behaviour server, Request request, Answer answer) {
        if (!answer.isSuccess()) {
            server.grants().all().stream()
                    .filter(grant -> grant.is(APPROVED) && request.text().contains(grant.deviceCode()))
                    .forEach(grant -> grant.forceState(REDEEMED));
        }
        return answer;
    }

    /** Pending codes are compared, so that only the theft of a token shows. */
    private static Answer servingApproved(Poll poll, Function<Poll, Answer> next) {
        return next.apply(poll.isForeign() && poll.grant().is(APPROVED) ? poll.asOwner() : poll);
    }

    private static void forgetOlder(Behaviour server, DeviceGrant newest) {
        server.grants().all().stream()
                .filter(grant -> grant != newest && grant.client().equals(newest.client()))
                .forEach(server.grants()::forget);
    }
}
