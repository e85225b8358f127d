package org.devicegrant.conformance.rfc7523;

import static org.devicegrant.conformance.assertion.Answers.error;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.check.Passive;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** How bad assertions are refused: those of the other checks of this section, and a few of its own. */
@Passive
class AssertionErrorChecks {
    private static final Duration LONG_AGO = Duration.ofSeconds(-600);
    private static final Outcome<String> INVALID_CLIENT =
            Outcome.of("invalid_client with status 400 or 401", gist -> gist.matches("40[01] invalid_client"));

    @Check("7523-3.2-invalid-assertion-error")
    void everyBadAssertionIsAnInvalidClient(Devices devices, Judge judge, Grants grants, Transcript transcript) {
        Keyed keyed = Keyed.of(devices, grants);
        List<Entrance> entrances = keyed.openEntrances(judge);
        entrances.forEach(entrance -> keyed.sendInvalid(entrance, good -> good.withTime("exp", LONG_AGO)));

        for (Sighting<String> refusal : Sighting.of(refusals(transcript), Answer::gist)) {
            judge.expect("the refusal", refusal, gist -> gist)
                    .otherwise("a client cannot tell that its key or its clock is at fault")
                    .toBe(INVALID_CLIENT);
        }
        entrances.forEach(entrance -> judgeMalformed(judge, entrance));
    }

    /** What was let in is another check's finding. */
    private static List<Answer> refusals(Transcript transcript) {
        List<Answer> refusals = new ArrayList<>(transcript.grantAnswers());
        refusals.removeIf(answer ->
                !answer.request().purpose().equals(Keyed.INVALID) || answer.status() / 100 == 2 || answer.pending());
        return refusals;
    }

    private static void judgeMalformed(Judge judge, Entrance entrance) {
        judge.expect(
                        "a client_assertion that is no JWT at " + entrance,
                        entrance.send(request -> ClientAuthentication.withAssertion(request, "no-jwt")))
                .tolerating(error(ErrorCodes.INVALID_REQUEST), "invalid_client is the defined code")
                .toBe(error(ErrorCodes.INVALID_CLIENT));
        judge.expect(
                        "an unknown client_assertion_type at " + entrance,
                        entrance.send(request -> request.replace("client_assertion_type", "urn:example:unknown")))
                .tolerating(error(ErrorCodes.INVALID_REQUEST), "invalid_client is the defined code")
                .toBe(error(ErrorCodes.INVALID_CLIENT));
    }
}
