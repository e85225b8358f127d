package org.devicegrant.conformance.rfc7523;

import static org.devicegrant.conformance.assertion.Answers.served;

import java.time.Duration;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.target.Client;

/** Assertions at the wrong time or about the wrong client. */
class RefusedAssertionChecks {
    /** Far outside of what servers allow for wrong clocks. */
    private static final Duration FAR = Duration.ofSeconds(600);

    private static final String NOBODY = "device-grant-no-such-client";
    private static final Outcome<Answer> NOT_SERVED = Outcome.of("a refusal", answer -> !served().matches(answer));

    @Check("7523-3-expired-assertion-rejected")
    void anAssertionCountsWithinItsTimeOnly(Devices devices, Judge judge, Grants grants) {
        Keyed keyed = Keyed.of(devices, grants);
        for (Entrance entrance : keyed.openEntrances(judge)) {
            judge.expect(
                            "an assertion that expired ten minutes ago at " + entrance,
                            keyed.sendInvalid(entrance, good -> good.withTime("exp", FAR.negated())))
                    .otherwise("a stolen assertion works for ever")
                    .toBe(NOT_SERVED);
            judge.expect(
                            "an assertion without exp at " + entrance,
                            keyed.sendInvalid(entrance, good -> good.without("exp")))
                    .otherwise("a stolen assertion works for ever")
                    .toBe(NOT_SERVED);
            judge.expect(
                            "an assertion that is valid in ten minutes at " + entrance,
                            keyed.sendInvalid(
                                    entrance, good -> good.withTime("nbf", FAR).withTime("exp", FAR.plusSeconds(60))))
                    .otherwise("assertions made in advance work at once")
                    .toBe(NOT_SERVED);
        }
    }

    @Check("7523-3-subject-and-issuer")
    void anAssertionIsByAndAboutItsClient(Devices devices, Judge judge, Grants grants) {
        Keyed keyed = Keyed.of(devices, grants);
        String somebody = somebodyElse(devices, keyed.client());
        for (Entrance entrance : keyed.openEntrances(judge)) {
            judgeRefused(judge, "without sub", entrance, keyed.sendInvalid(entrance, good -> good.without("sub")));
            judgeRefused(
                    judge,
                    "with another client as sub",
                    entrance,
                    keyed.sendInvalid(entrance, good -> good.with("sub", somebody)));
            judgeRefused(judge, "without iss", entrance, keyed.sendInvalid(entrance, good -> good.without("iss")));
            judgeRefused(
                    judge,
                    "with an unknown iss",
                    entrance,
                    keyed.sendInvalid(entrance, good -> good.with("iss", NOBODY)));
            judgeRefused(
                    judge,
                    "beside the client_id of another client",
                    entrance,
                    entrance.send(request -> request.with("client_id", somebody)));
        }
    }

    private static void judgeRefused(Judge judge, String what, Entrance entrance, Answer answer) {
        judge.expect("an assertion " + what + " at " + entrance, answer)
                .otherwise("one client is taken for another")
                .toBe(NOT_SERVED);
    }

    private static String somebodyElse(Devices devices, Client keyed) {
        Client main = devices.main();
        return main.clientId().equals(keyed.clientId()) ? NOBODY : main.clientId();
    }
}
