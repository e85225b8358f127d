package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.APPROVED;
import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.PENDING;
import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.REDEEMED;
import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.REFUSED;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.Expiry;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.grant.Throttle;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Servers that answer polls wrongly. */
public final class PollingDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "deniesFromTheSecondPollOn",
                        "Answers access_denied from the second poll on although nobody has acted.",
                        Set.of("8628-3.5-authorization-pending"),
                        "*second spaced poll: expected authorization_pending, got 400 access_denied*",
                        server -> server.polling().around(PollingDefects::deniedLater)),
                new Defect(
                        "refusesAFirstPollAtOnce",
                        "Answers invalid_grant to a first poll that comes before one interval is over.",
                        Set.of("8628-3.5-first-poll-at-once"),
                        "*first poll at once: expected authorization_pending, got 400 invalid_grant*",
                        server ->
                                server.polling().interval(Duration.ofSeconds(5)).around(PollingDefects::refusedAtOnce)),
                new Defect(
                        "slowsDownTheSlow",
                        "Has the comparison the wrong way round and slows down those who wait.",
                        Set.of("8628-3.5-slow-poller-not-penalised"),
                        "*three intervals after the previous answer*got 400 slow_down; a slow poller is punished*",
                        server -> server.polling().throttle(Throttle.inverted())),
                new Defect(
                        "revokesTheCodeAtTheThirdFastPoll",
                        "Ends the request when a device has been too fast three times.",
                        Set.of("8628-3.5-too-fast-polling"),
                        "*300 ms after the previous one*access_denied*thrown out for its speed*",
                        server -> server.polling().throttle(PollingDefects::revoking)),
                new Defect(
                        "neverForgivesASlowDown",
                        "Answers slow_down for ever once it was sent.",
                        Set.of("8628-3.5-slow-down-then-recover"),
                        "*5 s after the slow_down*got 400 slow_down; the device can never get out*",
                        server -> server.polling().throttle(Throttle.latched())),
                new Defect(
                        "multipliesTheIntervalForEachSlowDown",
                        "Makes the enforced interval ten times longer with each slow_down.",
                        Set.of("8628-3.5-slow-down-five-seconds-each"),
                        "*demands more than the interval and 5 s for each slow_down*",
                        server -> server.polling().throttle(Throttle.multiplyingPerSlowDown(10))),
                new Defect(
                        "throttlesAllDevicesOfAClientTogether",
                        "Keeps the time of the last poll by client and not by code.",
                        Set.of("derived-throttle-per-device-code"),
                        "*one device among six*slow each other down*",
                        server -> server.polling().throttle(Throttle.perClient())),
                new Defect(
                        "losesTheApprovalOfAnEarlyPoll",
                        "Consumes the approval when an approved code is polled too early.",
                        Set.of("8628-3.5-approved-but-too-fast"),
                        "*costs the user the login*",
                        PollingDefects::losingEarlyApprovals),
                new Defect(
                        "letsApprovalsLiveForEver",
                        "Looks at the expiry of undecided codes only.",
                        Set.of("8628-3.5-approved-but-unredeemed-expires"),
                        "*an approval outlives the lifetime*",
                        server -> server.codes().expiry(Expiry.onlyWhile(PENDING, REFUSED))),
                new Defect(
                        "throttlesTheDead",
                        "Looks at the speed first and never lets go, so that an expired code polled fast is slowed down"
                                + " for ever.",
                        Set.of("derived-expired-and-fast-poll"),
                        "*after three fast ones*got 400 slow_down*",
                        server -> server.polling().throttledBeforeExpiry(true).throttle(Throttle.latched())));
    }

    private static Answer deniedLater(Poll poll, Function<Poll, Answer> next) {
        boolean again = poll.grant().notes().putIfAbsent("polled", true) != null;
        return again && poll.grant().is(PENDING)
                ? Refusal.of("access_denied", "refused").answer(true)
                : next.apply(poll);
    }

    private static Answer refusedAtOnce(Poll poll, Function<Poll, Answer> next) {
        boolean early = poll.soonerThan(poll.interval(), poll.grant().issuedAt());
        return early && poll.grant().is(PENDING)
                ? Refusal.invalidGrant("too early").answer(true)
                : next.apply(poll);
    }

    private static boolean revoking(Poll poll) {
        boolean soon = Throttle.perCode().tooSoon(poll);
        if (poll.grant().slowDowns() >= 3) {
            poll.grant().forceState(REFUSED);
        }
        return soon;
    }

    /** Its interval is long, so that a browser is fast enough to approve between two polls. */
    private static void losingEarlyApprovals(Behaviour server) {
        server.codes().lifetime(Duration.ofSeconds(60));
        server.polling().interval(Duration.ofSeconds(8)).around((poll, next) -> {
            boolean early = poll.grant()
                    .lastPoll()
                    .filter(last -> poll.soonerThan(poll.interval(), last))
                    .isPresent();
            if (early && poll.grant().is(APPROVED)) {
                poll.grant().forceState(REDEEMED);
                return Refusal.of("slow_down", "too fast").answer(true);
            }
            return next.apply(poll);
        });
    }
}
