package org.devicegrant.conformance.check;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that does everything right passes everything. */
class ConformingServerTest {
    @Test
    void noCheckComplainsAboutTheConformingServer() {
        Proof.passes(List.of());
    }
}
