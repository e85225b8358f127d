package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

/** A machine that stands still for three seconds now and then loses verdicts, and blames nobody. */
class StallTest {
    /** A run looks at the clock some thousands of times. */
    private static final int ONE_LOOK_IN = 600;

    @Test
    void stallsOfTheHarnessAreNeverHeldAgainstTheServer() {
        StallingClock clock = new StallingClock(8628, ONE_LOOK_IN);
        Behaviour behaviour = new Behaviour();
        behaviour.codes().lifetime(Proof.LIFETIME);
        behaviour.polling().interval(Duration.ofSeconds(2));

        ConformanceRun.Outcome outcome = Proof.run(behaviour, List.of(), clock, "approval.by=none");

        assertThat(clock.stalls()).isPositive();
        Proof.assertNobodyBlamed("a conforming server, on a machine that stalls", outcome);
        assertThat(outcome.report().counts().get(Verdict.PASS))
                .as("verdicts that need no luck with time")
                .isGreaterThan(20);
    }
}
