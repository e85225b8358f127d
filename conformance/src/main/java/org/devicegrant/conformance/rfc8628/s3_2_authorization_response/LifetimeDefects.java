package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.APPROVED;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.Expiry;
import org.devicegrant.conformance.embedded.grant.Throttle;

/** Servers that break their word about lifetime and interval. */
public final class LifetimeDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "countsWholeSecondsAndDemandsMore",
                        "Cuts times to whole seconds and demands more than the interval between them.",
                        Set.of("8628-3.2-exact-interval-never-penalised"),
                        "*after the previous answer: expected anything but slow_down or 429, got 400 slow_down*",
                        server -> server.polling().throttle(Throttle.wholeSeconds())),
                new Defect(
                        "hidesAnIntervalOfTenSeconds",
                        "Names no interval and enforces ten seconds.",
                        Set.of("8628-3.2-default-interval-5"),
                        "*5 s after the previous answer, with no interval announced*slow_down*",
                        server -> server.polling().announced(false).enforced(Duration.ofSeconds(10))),
                new Defect(
                        "forgetsCodesHalfWay",
                        "Keeps codes for half of the lifetime it announces.",
                        Set.of("8628-3.2-not-early"),
                        "*before the announced end: expected authorization_pending or slow_down*earlier than*",
                        server -> server.codes().keptFor(half(server))),
                new Defect(
                        "looksAtExpiryOnlyAfterApproval",
                        "Looks at the expiry of approved codes only, so an abandoned one is pending for ever.",
                        Set.of("8628-3.2-not-late"),
                        "*30 s after the expiry*got 400 authorization_pending; an abandoned code stays alive*",
                        server -> server.codes().expiry(Expiry.onlyWhile(APPROVED))),
                new Defect(
                        "extendsTheLifetimeByEachPoll",
                        "Starts the lifetime anew with each poll.",
                        Set.of("8628-3.2-lifetime-not-extended"),
                        "*polled all its life*polling keeps a code alive*",
                        server -> server.codes()
                                .expiry(Expiry.extendedByPolls(server.codes().lifetime()))),
                new Defect(
                        "deletesCodesAtTheirEnd",
                        "Deletes codes at the end of their lifetime and then does not know them.",
                        Set.of("8628-3.5-expired-token"),
                        "*first poll after the expiry: expected expired_token, got 400 invalid_grant*",
                        server -> server.codes().purgeAfter(Duration.ZERO)));
    }

    private static Duration half(Behaviour server) {
        return server.codes().lifetime().dividedBy(2);
    }
}
