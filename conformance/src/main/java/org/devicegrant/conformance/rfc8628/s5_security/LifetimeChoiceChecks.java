package org.devicegrant.conformance.rfc8628.s5_security;

import java.time.Duration;
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

        judge.expect("the lifetime of the codes", device.lifetime(), LifetimeChoiceChecks::words, device.issued())
                .otherwise(
                        "shorter, people cannot fetch a phone and sign in; longer, codes can be sent by mail and used"
                                + " (where the lifetime is changed for this test only, judge the real one)")
                .toBe(Outcome.of(
                        "between 2 and 30 minutes",
                        lifetime -> lifetime.compareTo(SHORTEST) >= 0 && lifetime.compareTo(LONGEST) <= 0));
        Duration polls = device.interval().multipliedBy(POLLS);
        judge.expect("the lifetime of the codes", device.lifetime(), LifetimeChoiceChecks::words, device.issued())
                .otherwise("an approval may come too late for the last poll")
                .toBe(Outcome.of("room for " + POLLS + " polls", lifetime -> lifetime.compareTo(polls) >= 0));
    }

    private static String words(Duration lifetime) {
        return lifetime.toSeconds() + " s";
    }
}
