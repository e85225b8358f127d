package org.devicegrant.conformance.rfc8628.s3_4_token_request;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.refusal;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_CLIENT;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_GRANT;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_REQUEST;

import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.target.Client;

/** What a poll must carry. */
class PollParameterChecks {
    private static final String OTHER_CODE = "it is refused, but not with the code that is defined for this";

    @Check("8628-3.4-missing-device-code")
    void aPollWithoutADeviceCodeIsRefused(Devices devices, Judge judge) {
        Device device = devices.start();

        judge.expect(
                        "a poll without device_code",
                        devices.send(device.pollRequest().without("device_code")))
                .tolerating(Outcome.of("another refusal", a -> refused(a) && !a.isError(INVALID_GRANT)), OTHER_CODE)
                .otherwise("a fault of the client looks like the end of the grant, or like none")
                .toBe(error(INVALID_REQUEST));
        judge.expect(
                        "a poll with an empty device_code",
                        devices.send(device.pollRequest().replace("device_code", "")))
                .tolerating(error(INVALID_GRANT), "a parameter without a value counts as left out")
                .tolerating(Outcome.of("another refusal", PollParameterChecks::refused), OTHER_CODE)
                .otherwise("a fault of the client looks like a request that is still pending")
                .toBe(error(INVALID_REQUEST));
    }

    @Check("8628-3.4-missing-client-id-token")
    void aPublicClientNamesItselfInEveryPoll(Devices devices, Judge judge) {
        Client client = devices.publicClient();
        judge.control("a poll at once on a fresh code", devices.start(client).poll(), pending());

        Device omitting = devices.start(client);
        expectRefused(judge, "a poll without client_id", omitting.send(nobody(omitting)));
        Device emptying = devices.start(client);
        expectRefused(
                judge,
                "a poll with an empty client_id",
                emptying.send(nobody(emptying).with("client_id", "")));
    }

    private static Request nobody(Device device) {
        return ClientAuthentication.anonymous(device.pollRequest());
    }

    private static void expectRefused(Judge judge, String subject, Answer answer) {
        judge.expect(subject, answer)
                .tolerating(Outcome.of("another refusal", PollParameterChecks::refused), OTHER_CODE)
                .otherwise("whoever finds a device code can redeem it without knowing whose it is")
                .toBe(error(400, INVALID_REQUEST), error(400, INVALID_CLIENT), error(401, INVALID_CLIENT));
    }

    private static boolean refused(Answer answer) {
        return refusal().matches(answer) && !answer.pending();
    }
}
