package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import static org.devicegrant.conformance.assertion.Members.text;

import com.fasterxml.jackson.databind.JsonNode;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Devices;

/** The two codes of the device authorization response. */
class CodeChecks {
    private static final Outcome<JsonNode> VISIBLE_ASCII = Outcome.of(
            "a non-empty string of visible ASCII",
            n -> n.isTextual() && n.textValue().matches("[\\x20-\\x7e]+"));

    @Check("8628-3.2-device-code-present")
    void deviceCodeIsANonEmptyString(Devices devices, Judge judge) {
        Answer answer = devices.send(devices.request());

        judge.expect("device_code", answer.member("device_code"), Members::gist, answer)
                .tolerating(text(), "it holds characters outside visible ASCII, which form libraries treat differently")
                .otherwise("without it no device can poll")
                .toBe(VISIBLE_ASCII);
    }
}
