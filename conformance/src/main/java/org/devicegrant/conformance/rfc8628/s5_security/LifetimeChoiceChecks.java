package org.devicegrant.conformance.rfc8628.s5_security;

import java.time.Duration;
import java.util.Objects;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;

/** Whether the lifetime suits people and troubles phishers. */
class LifetimeChoiceChecks {
    private static final Duration SHORTEST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int POLLS = 12;

    @Check("8628-5.4-lifetime-reasonable")
    void codesLiveLongEnoughToTypeAndTooShortToMail(Devices devices, Judge judge) {
        Device device = devices.start();
        Duration lifetime =
                Objects.requireNonNullElse(devices.target().windows().productionLifetime(), device.lifetime());

        judge.expect("the lifetime of the codes", lifetime, LifetimeChoiceChecks::words, device.issued())
                .otherwise(
                        "shorter, people cannot fetch a phone and sign in; longer, codes can be sent by mail and used"
                                + " (if it was changed for testing, give windows.production_lifetime)")
                .toBe(Outcome.of(
                        "between 2 and 30 minutes",
                        life -> life.compareTo(SHORTEST) >= 0 && life.compareTo(LONGEST) <= 0));
        Duration polls = device.interval().multipliedBy(POLLS);
        judge.expect("the lifetime of the codes", lifetime, LifetimeChoiceChecks::words, device.issued())
                .otherwise("an approval may come too late for the last poll")
                .toBe(Outcome.of("room for " + POLLS + " polls", life -> life.compareTo(polls) >= 0));
    }

    private static String words(Duration lifetime) {
        return lifetime.toSeconds() + " s";
    }
}
