package org.devicegrant.conformance.embedded.grant;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** How an approval is turned into tokens. Asked for approved and for redeemed codes, by many threads at once. */
@FunctionalInterface
public interface Redemption {
    /**
     * Redeems a code.
     *
     * @param grant approved or redeemed
     * @param mint issues new tokens each time it is called
     * @return the answer with the tokens, or nothing if the code is used up
     */
    Optional<Answer> redeem(DeviceGrant grant, Supplier<Answer> mint);

    /** Exactly one caller gets tokens. */
    static Redemption once() {
        return (grant, mint) -> grant.claim() ? Optional.of(mint.get()) : Optional.empty();
    }

    /** Looks, issues, and only then marks the code as used: whoever comes within the gap gets tokens too. */
    static Redemption checkThenAct(Duration gap) {
        return (grant, mint) -> {
            if (!grant.is(DeviceGrant.State.APPROVED)) {
                return Optional.empty();
            }
            ServerClock.hold(gap);
            Answer answer = mint.get();
            grant.forceState(DeviceGrant.State.REDEEMED);
            return Optional.of(answer);
        };
    }

    /** New tokens every time. */
    static Redemption everyTime() {
        return (grant, mint) -> {
            grant.forceState(DeviceGrant.State.REDEEMED);
            return Optional.of(mint.get());
        };
    }

    /** The first tokens again every time. */
    static Redemption sameAnswerAgain() {
        return (grant, mint) -> {
            synchronized (grant) {
                if (grant.claim()) {
                    grant.redeemedWith(mint.get());
                }
                return grant.redeemedWith();
            }
        };
    }
}
