package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.PENDING;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.Expiry;

/** Servers whose pages have another idea of time than their endpoints. */
public final class ExpiryOnPagesDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "letsUserCodesDieYoung",
                        "Refuses user codes after a third of the announced lifetime.",
                        Set.of("8628-3.2-user-code-valid-until-expiry"),
                        "*expected accepted*the user code dies before the device code*",
                        server ->
                                server.codes().lifetime(Duration.ofSeconds(45)).expiry(Expiry.userCodeAfter(0.3))),
                new Defect(
                        "acceptsExpiredUserCodes",
                        "Never looks at the time on its pages, and an approval keeps the device code alive.",
                        Set.of("8628-3.2-user-code-dead-after-expiry"),
                        "*got 200 with a token; an expired code was approved and redeemed*",
                        server -> server.codes().expiry(blindAt(EnumSet.allOf(Expiry.Moment.class)))),
                new Defect(
                        "approvesOnPagesOpenedBeforeTheEnd",
                        "Looks at the time when the code is entered, but not when the decision comes.",
                        Set.of("derived-consent-page-open-across-expiry"),
                        "*the poll after a late approval*got 200 with a token*",
                        server -> server.codes().expiry(blindAt(EnumSet.of(Expiry.Moment.DECISION)))));
    }

    /** Expiry that is not looked at in these moments; polls see it only while nobody has decided. */
    private static Expiry blindAt(Set<Expiry.Moment> moments) {
        return (grant, moment, now) -> {
            boolean looks = moment == Expiry.Moment.POLL ? grant.is(PENDING) : !moments.contains(moment);
            return looks && Expiry.atTheEnd().over(grant, moment, now);
        };
    }
}
