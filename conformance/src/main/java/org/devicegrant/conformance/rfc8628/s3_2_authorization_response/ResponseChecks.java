package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import static org.devicegrant.conformance.assertion.Answers.anyError;
import static org.devicegrant.conformance.assertion.Answers.object;
import static org.devicegrant.conformance.assertion.Members.present;

import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Devices;

/** The device authorization response as a whole. */
class ResponseChecks {
    @Check("8628-3.2-status-200")
    void aValidRequestIsAnsweredWithStatus200AndAJsonObject(Devices devices, Judge judge) {
        Answer answer = devices.send(devices.request());

        judge.expect("a device authorization request", answer)
                .learningNothingFrom(anyError(), "the client under test cannot start the grant")
                .otherwise("clients take other statuses for failures")
                .toBe(Outcome.of(
                        "status 200 with a JSON object",
                        a -> a.status() == 200 && a.json().isPresent()));
    }

    @Check("8628-3.2-expires-in-present")
    void theLifetimeOfTheCodesIsTold(Devices devices, Judge judge) {
        Answer answer = judge.control("a device authorization request", devices.send(devices.request()), object());

        judge.expect("expires_in", answer.member("expires_in"), Members::gist, answer)
                .otherwise(
                        "a device cannot know when to stop polling, and several client libraries refuse the response")
                .toBe(present());
    }
}
