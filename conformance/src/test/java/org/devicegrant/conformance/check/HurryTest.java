package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.devicegrant.conformance.flow.Urgency;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.junit.jupiter.api.Test;

/** The order in which checks get requests and browsers: what is waited for longest goes first. */
class HurryTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void theWholeLifeOfACodeOutlastsEveryOtherWait() {
        assertThat(Hurry.turn(requirement("8628-3.5-approved-but-unredeemed-expires"))
                        .hold())
                .isGreaterThan(Hurry.turn(requirement("9700-4.14.2-public-refresh-rotation"))
                        .hold());
    }

    @Test
    void aLongWaitHasABrowserKeptForIt() {
        assertThat(Hurry.turn(requirement("9700-4.14.2-public-refresh-rotation"))
                        .timed())
                .isTrue();
        assertThat(Hurry.turn(requirement("6749-10.12-explicit-consent")).timed())
                .isFalse();
    }

    @Test
    void shortWaitsGoBeforePlainRequests() {
        assertThat(Hurry.urgency(requirement("8628-3.5-expired-token"))).isEqualTo(Urgency.LONG_WAIT);
        assertThat(Hurry.urgency(requirement("8628-3.5-authorization-pending"))).isEqualTo(Urgency.WAIT);
        assertThat(Hurry.urgency(requirement("8628-3.1-form-encoding"))).isEqualTo(Urgency.PLAIN);
    }

    private static Requirement requirement(String id) {
        return CATALOGUE.get(id);
    }
}
