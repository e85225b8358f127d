package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.pending;

import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;

/** How the parameters are written. */
class FormEncodingChecks {
    private static final String LIBRARIES = "many HTTP libraries write so, and their users cannot change it";

    @Check("8628-3.1-form-encoding")
    void everySpellingOfTheSameFormHasTheSameEffect(Devices devices, Judge judge) {
        Device canonical = devices.start();
        judge.control("a poll at once on a fresh code", canonical.poll(), pending());

        for (Spelling spelling : Spelling.EQUAL) {
            Answer started = devices.send(spelling.of(devices.request()));
            expect(judge, "a device authorization request", spelling, started, codes());
            Device device = devices.start();
            expect(judge, "a poll at once", spelling, device.send(spelling.of(device.pollRequest())), pending());
        }
    }

    private static void expect(Judge judge, String request, Spelling spelling, Answer answer, Outcome<Answer> usual) {
        judge.expect(request + " with " + spelling.words(), answer)
                .tolerating(
                        Outcome.of("a refusal", a -> spelling.rare() && a.status() / 100 == 4), "few clients write so")
                .otherwise(LIBRARIES)
                .toBe(usual);
    }
}
