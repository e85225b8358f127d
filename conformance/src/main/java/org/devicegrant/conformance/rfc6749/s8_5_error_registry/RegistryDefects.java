package org.devicegrant.conformance.rfc6749.s8_5_error_registry;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** Error codes of a server's own. */
public final class RegistryDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(new Defect(
                "callsAPendingRequestByItsOwnName",
                "A pending request is answered with a private code",
                Set.of("6749-8.5-registered-error-codes"),
                "*expected *, got 400 authorization_wait*",
                b -> b.onToken((request, answer) -> answer.hasError("authorization_pending")
                        ? answer.set("error", "authorization_wait")
                        : answer)));
    }
}
