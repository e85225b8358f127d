package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

/** A server that does everything right passes everything. */
class ConformingServerTest {
    @Test
    void noCheckComplainsAboutTheConformingServer() {
        Proof.passes(List.of());
    }

    @Test
    void theLifetimeOfTheConformingServerIsReasonable() {
        assertThat(Proof.results(new Behaviour(), List.of(Proof.LIFETIME_CHOICE)))
                .extractingByKey(Proof.LIFETIME_CHOICE)
                .extracting(CheckResult::verdict)
                .isEqualTo(Verdict.PASS);
    }
}
