package org.devicegrant.conformance.interop;

import java.util.List;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Passive;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.target.Endpoints;

/** Redirects where devices post. */
@Passive
class RedirectChecks {
    @Check("interop-no-redirects-on-json-endpoints")
    void bothEndpointsAnswerDirectly(Devices devices, Judge judge, Transcript transcript) {
        List<Answer> answers = transcript.grantAnswers();

        for (Sighting<Integer> sighting : Sighting.of(answers, a -> a.status() / 100 == 3 ? a.status() : 0)) {
            judge.expect("the status", sighting, String::valueOf)
                    .otherwise("clients do not post again on a redirect"
                            + hint(devices.target().endpoints()))
                    .toBe(Outcome.of("no redirect", status -> status == 0));
        }
    }

    private static String hint(Endpoints given) {
        return given.deviceAuthorization() == null && given.token() == null
                ? ""
                : "; compare the endpoints of the target file with the server's metadata";
    }
}
