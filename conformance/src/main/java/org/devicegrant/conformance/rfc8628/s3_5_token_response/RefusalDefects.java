package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.DecisionRules;

/** Refusals that the device never hears of, or not by their name. */
public final class RefusalDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "forgetsTheRefusal",
                        "A refusal is shown on the page and not recorded",
                        Set.of("8628-3.5-access-denied"),
                        "A spaced poll after the refusal: expected access_denied, got 400 authorization_pending*",
                        b -> b.decisions().around(DecisionRules.refusalForgotten())),
                new Defect(
                        "callsARefusalDeclined",
                        "A refused request is answered authorization_declined",
                        Set.of("8628-3.5-access-denied", "6749-8.5-registered-error-codes"),
                        "*: expected *, got 400 authorization_declined*",
                        b -> b.onToken((request, answer) -> answer.hasError("access_denied")
                                ? answer.set("error", "authorization_declined")
                                : answer)));
    }
}
