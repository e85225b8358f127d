package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.PENDING;
import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.REDEEMED;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Expiry;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.grant.Redemption;
import org.devicegrant.conformance.embedded.grant.Throttle;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Answers to polls that are lawful, or nearly so, and deserve a warning. */
public final class TolerablePollDefects implements DefectSource {
    /** Long enough to be too fast for on a busy machine. */
    private static final Duration UNHURRIED = Duration.ofSeconds(5);

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "slowsDownAFirstPollAtOnce",
                                "Starts its clock at issuance, so that a first poll at once comes too early.",
                                Set.of("8628-3.5-first-poll-at-once"),
                                "*the clock starts at issuance*",
                                server -> server.polling().interval(UNHURRIED).throttle(Throttle.fromIssuance()))
                        .onlyWarnedAbout(),
                new Defect(
                                "startsWithASlowDown",
                                "Slows every device down at its first poll, whenever that comes.",
                                Set.of("8628-3.5-authorization-pending"),
                                "*nothing came before it that it could follow too fast*",
                                server -> server.polling().around(TolerablePollDefects::slowAtFirst))
                        .onlyWarnedAbout(),
                new Defect(
                                "learnsOfEverythingLate",
                                "Answers one poll after each decision, and one after the redemption, as if nothing had happened.",
                                Set.of(
                                        "8628-3.5-access-denied",
                                        "8628-3.5-success-after-approval",
                                        "derived-device-code-single-use"),
                                "*late*",
                                server -> server.polling().around(TolerablePollDefects::late))
                        .onlyWarnedAbout(),
                new Defect(
                                "neverSlowsAnybodyDown",
                                "Announces an interval and does not enforce it.",
                                Set.of("8628-3.5-too-fast-polling"),
                                "*the interval is not enforced*",
                                server -> server.polling().throttle(Throttle.none()))
                        .onlyWarnedAbout(),
                new Defect(
                                "hidesTheRefusal",
                                "Tells a device whose user has refused that its code has expired.",
                                Set.of("8628-3.5-access-denied"),
                                "*hides from the device that the user refused*",
                                server -> server.onToken((request, answer) -> answer.hasError("access_denied")
                                        ? answer.set("error", "expired_token")
                                        : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "cleansUpLate",
                                "Looks for expired codes every now and then, and finds them a quarter of a minute late.",
                                Set.of("8628-3.2-not-late"),
                                "*expired codes are cleaned up late*",
                                server -> server.codes().expiry(Expiry.late(Duration.ofSeconds(15))))
                        .onlyWarnedAbout(),
                new Defect(
                                "throttlesBeforeItLooksAtTheEnd",
                                "Answers fast polls of an expired code with slow_down.",
                                Set.of("derived-expired-and-fast-poll"),
                                "*the throttle is looked at before the expiry*",
                                server -> server.polling().interval(UNHURRIED).throttledBeforeExpiry(true))
                        .onlyWarnedAbout(),
                new Defect(
                                "deniesAfterTheRedemption",
                                "Says of a redeemed code that its user has refused.",
                                Set.of("derived-device-code-single-use"),
                                "*invalid_grant is the defined code for a used grant*",
                                server -> server.polling().around(TolerablePollDefects::deniedOnceRedeemed))
                        .onlyWarnedAbout(),
                new Defect(
                                "repeatsTheSameToken",
                                "Keeps the answer of a redemption and gives it again.",
                                Set.of("derived-device-code-single-use"),
                                "*the same token is replayed*",
                                server -> server.polling().redemption(Redemption.sameAnswerAgain()))
                        .onlyWarnedAbout());
    }

    private static Answer late(Poll poll, Function<Poll, Answer> next) {
        DeviceGrant.State state = poll.grant().state();
        boolean news = poll.grant().notes().put("told", state) != state;
        return news && state != PENDING
                ? Refusal.of("authorization_pending", "not yet").answer(true)
                : next.apply(poll);
    }

    private static Answer slowAtFirst(Poll poll, Function<Poll, Answer> next) {
        boolean again = poll.grant().notes().putIfAbsent("polled", true) != null;
        return again ? next.apply(poll) : Refusal.of("slow_down", "too fast").answer(true);
    }

    private static Answer deniedOnceRedeemed(Poll poll, Function<Poll, Answer> next) {
        return poll.grant().is(REDEEMED) ? Refusal.of("access_denied", "used").answer(true) : next.apply(poll);
    }
}
