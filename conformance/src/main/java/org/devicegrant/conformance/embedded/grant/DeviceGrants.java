package org.devicegrant.conformance.embedded.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** Issues codes and finds them again, and forgets those that have been dead for long. Safe for use by several threads. */
public final class DeviceGrants {
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(10);
    private static final int DRAWS = 100;

    private final CodeRules rules;
    private final Grants grants;
    private final ServerClock clock;
    private final AtomicLong lastSweep;

    public DeviceGrants(CodeRules rules, Grants grants, ServerClock clock) {
        this.rules = rules;
        this.grants = grants;
        this.clock = clock;
        this.lastSweep = new AtomicLong(clock.now().toEpochMilli());
        grants.normaliser(rules.normaliser());
    }

    /**
     * Issues a pair of codes.
     *
     * @throws IllegalStateException if every user code that was drawn is in use
     */
    public DeviceGrant issue(Order order) {
        Instant now = clock.now();
        sweep(now);
        for (int draw = 0; draw < DRAWS; draw++) {
            DeviceGrant grant = new DeviceGrant(
                    rules.nextDeviceCode(), rules.nextUserCode(), order, now, now.plus(rules.keptFor()));
            if (grants.add(grant)) {
                rules.issued(grant);
                return grant;
            }
        }
        throw new IllegalStateException("No free user code was found");
    }

    /** The grant of a device code, unless it has been dead for so long that it is forgotten. */
    public Optional<DeviceGrant> byDeviceCode(String deviceCode) {
        Optional<DeviceGrant> found = rules.findByDeviceCode(grants, deviceCode);
        Instant now = clock.now();
        found.filter(grant -> forgettable(grant, now)).ifPresent(grants::forget);
        return found.filter(grant -> !forgettable(grant, now));
    }

    /** The grant of a user code as it was typed, dead or alive. */
    public Optional<DeviceGrant> byUserCode(String typed) {
        return rules.findByUserCode(grants, typed);
    }

    /** Whether a grant is dead for {@code moment}. */
    public boolean over(DeviceGrant grant, Expiry.Moment moment) {
        return rules.expiry().over(grant, moment, clock.now());
    }

    private void sweep(Instant now) {
        long last = lastSweep.get();
        long present = now.toEpochMilli();
        if (present - last > BETWEEN_SWEEPS.toMillis() && lastSweep.compareAndSet(last, present)) {
            grants.sweep(grant -> forgettable(grant, now));
        }
    }

    /** Dead for the whole time that dead codes are remembered, by whatever strategy tells dead from alive. */
    private boolean forgettable(DeviceGrant grant, Instant now) {
        return rules.expiry().over(grant, Expiry.Moment.POLL, now.minus(rules.purgeAfter()));
    }
}
