package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.refusal;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_REQUEST;

import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.Form;

/** Parameters in the address. */
class QueryChecks {
    private static final String IN_LOGS = "addresses, and with them codes, end up in logs";

    @Check("8628-3.1-query-parameters-not-honoured")
    void parametersInTheAddressAreNotTaken(Devices devices, Judge judge) {
        Device device = devices.start();

        expectNotTaken(
                judge,
                "a device authorization request with all parameters in the query",
                devices.send(inQuery(devices.request())));
        expectNotTaken(judge, "a poll with all parameters in the query", device.send(inQuery(device.pollRequest())));
        if (devices.request().form().value("client_id") != null) {
            expectBodyWins(devices, judge);
        }
    }

    private static Request inQuery(Request request) {
        return request.withQuery(request.form()).withForm(Form.empty());
    }

    private static void expectNotTaken(Judge judge, String subject, Answer answer) {
        judge.expect(subject, answer)
                .tolerating(Outcome.of("the usual answer", a -> a.codes() || a.pending()), IN_LOGS)
                .toBe(Outcome.of(
                        "a refusal for want of parameters", a -> refusal().matches(a) && !a.pending()));
    }

    private static void expectBodyWins(Devices devices, Judge judge) {
        Request conflicting = devices.request().withQuery(Form.empty().with("client_id", "x-unknown-7f3a"));
        judge.expect("a device authorization request with another client_id in the query", devices.send(conflicting))
                .tolerating(error(INVALID_REQUEST), "the query is looked at, if only to refuse it")
                .otherwise("a link can change what a client has sent")
                .toBe(codes());
    }
}
