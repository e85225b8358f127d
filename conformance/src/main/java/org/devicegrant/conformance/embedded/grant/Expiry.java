package org.devicegrant.conformance.embedded.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** When a code is dead. */
@FunctionalInterface
public interface Expiry {
    /** Where the question comes up. */
    enum Moment {
        /** A poll, whatever the state of the grant. */
        POLL,
        /** The user code is typed or comes with the link. */
        CODE_ENTRY,
        /** The decision page is shown. */
        PAGE,
        /** A decision arrives. */
        DECISION
    }

    /** Whether {@code grant} is dead at {@code now}, for that purpose. */
    boolean over(DeviceGrant grant, Moment moment, Instant now);

    /** Told of every poll, before it is judged. */
    default void polled(DeviceGrant grant, Instant now) {}

    /** At the end of the lifetime, everywhere. */
    static Expiry atTheEnd() {
        return (grant, moment, now) -> !now.isBefore(grant.expiresAt());
    }

    /** That much after the end of the lifetime; before it, if negative. */
    static Expiry late(Duration by) {
        return (grant, moment, now) -> !now.isBefore(grant.expiresAt().plus(by));
    }

    /** Never. */
    static Expiry never() {
        return (grant, moment, now) -> false;
    }

    /** At the end, but not looked at in those moments. */
    static Expiry notLookedAt(Expiry.Moment... moments) {
        Set<Moment> blind = EnumSet.noneOf(Moment.class);
        blind.addAll(Set.of(moments));
        return (grant, moment, now) -> !blind.contains(moment) && atTheEnd().over(grant, moment, now);
    }

    /** At the end, but only for grants in those states. */
    static Expiry onlyWhile(DeviceGrant.State... states) {
        Set<DeviceGrant.State> mortal = Set.of(states);
        return (grant, moment, now) ->
                mortal.contains(grant.state()) && atTheEnd().over(grant, moment, now);
    }

    /** At the end for the device, but after {@code fraction} of the lifetime on the pages. */
    static Expiry userCodeAfter(double fraction) {
        return (grant, moment, now) -> {
            if (moment == Moment.POLL) {
                return atTheEnd().over(grant, moment, now);
            }
            Duration life = Duration.between(grant.issuedAt(), grant.expiresAt());
            return !now.isBefore(grant.issuedAt().plusMillis((long) (life.toMillis() * fraction)));
        };
    }

    /** At the end while undecided; after an approval, that much later than the approval. */
    static Expiry separateWindow(Duration afterApproval) {
        return (grant, moment, now) -> grant.is(DeviceGrant.State.APPROVED)
                ? grant.decidedAt()
                        .filter(at -> now.isBefore(at.plus(afterApproval)))
                        .isEmpty()
                : atTheEnd().over(grant, moment, now);
    }

    /** One lifetime after the last poll. */
    static Expiry extendedByPolls(Duration lifetime) {
        return new Expiry() {
            @Override
            public boolean over(DeviceGrant grant, Moment moment, Instant now) {
                return atTheEnd().over(grant, moment, now);
            }

            @Override
            public void polled(DeviceGrant grant, Instant now) {
                if (!atTheEnd().over(grant, Moment.POLL, now)) {
                    grant.expiresAt(now.plus(lifetime));
                }
            }
        };
    }
}
