package org.devicegrant.conformance.embedded;

import java.time.Duration;
import java.util.List;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.grant.Throttle;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Other ways to answer polls. */
final class PollVariants {
    private PollVariants() {}

    static List<Variant> all() {
        return List.of(
                new Variant(
                        "sendsNoInterval",
                        "interval is optional; clients then wait 5 seconds (RFC 8628 section 3.2)",
                        b -> b.polling().announced(false)),
                new Variant(
                        "letsDevicesPollEverySecond",
                        "the interval is up to the server (RFC 8628 section 3.2)",
                        b -> b.polling().interval(Duration.ofSeconds(1))),
                new Variant(
                        "letsDevicesPollEveryTenSeconds",
                        "the interval is up to the server (RFC 8628 section 3.2)",
                        b -> b.polling().interval(Duration.ofSeconds(10))),
                new Variant(
                        "neverSaysSlowDown",
                        "no server is obliged to send slow_down (RFC 8628 section 3.5)",
                        b -> b.polling().throttle(Throttle.none())),
                new Variant(
                        "toleratesNothing",
                        "the interval is the least time between polls, without any tolerance (RFC 8628 section 3.2)",
                        b -> b.polling().tolerance(Duration.ZERO)),
                new Variant(
                        "enforcesFiveSecondsMorePerSlowDown",
                        "the client has to wait 5 seconds longer after each slow_down (RFC 8628 section 3.5)",
                        b -> b.polling().throttle(Throttle.addingPerSlowDown(Duration.ofSeconds(5)))),
                new Variant(
                        "countsFromAcceptedPolls",
                        "whether a poll that came too early starts a new interval is nowhere said",
                        b -> b.polling().throttle(Throttle.restartedByAcceptedPolls())),
                new Variant(
                        "countsFromIssuance",
                        "a first poll at once may be told to slow down: the session goes on (RFC 8628 section 3.5)",
                        b -> b.polling().throttle(Throttle.fromIssuance())),
                new Variant(
                        "slowsDownApprovedCodesToo",
                        "a token may be withheld from a poll that comes too early, until the next one",
                        b -> b.polling().throttledWhenApproved(true)),
                new Variant(
                        "deniesOnceThenForgets",
                        "after access_denied has been told, any terminal error may follow",
                        b -> b.polling().around((poll, next) -> deniedOnce(poll, next.apply(poll)))));
    }

    private static Answer deniedOnce(Poll poll, Answer answer) {
        boolean again = answer.hasError("access_denied") && poll.grant().notes().put("denied", true) != null;
        return again ? Refusal.invalidGrant("The device code is unknown").answer(true) : answer;
    }
}
