package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.refusal;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_REQUEST;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;

/** Parameters that occur twice. */
class RepeatedParameterChecks {
    private static final String UNKNOWN = "x-unknown-7f3a";
    private static final String CODE = "the code for a repeated parameter is invalid_request";
    private static final String SMUGGLING =
            "a proxy in front of the server and the server itself may see different values";

    @Check("8628-3.1-repeated-parameters")
    void aRepeatedParameterIsRefused(Devices devices, Judge judge) {
        judge.control("a poll at once on a fresh code", devices.start().poll(), pending());

        if (devices.request().form().value("client_id") != null) {
            expectRefused(judge, "client_id", UNKNOWN, change -> devices.send(change.apply(devices.request())));
            expectRefused(judge, "client_id", UNKNOWN, change -> poll(devices, change));
        }
        expectRefused(judge, "device_code", UNKNOWN, change -> poll(devices, change));
        expectRefused(judge, "grant_type", "authorization_code", change -> poll(devices, change));
        expectTwoScopesRefused(devices, judge);
    }

    private static Answer poll(Devices devices, UnaryOperator<Request> change) {
        Device device = devices.start();
        return device.send(change.apply(device.pollRequest()));
    }

    private static void expectRefused(
            Judge judge, String name, String other, Function<UnaryOperator<Request>, Answer> sending) {
        Answer rightFirst = sending.apply(r -> r.with(name, other));
        Answer wrongFirst =
                sending.apply(r -> r.replace(name, other).with(name, r.form().value(name)));
        Answer alike = sending.apply(r -> r.with(name, r.form().value(name)));

        String subject = "a " + alike.request().purpose() + " with " + name + " twice, ";
        expectRefused(judge, subject + "the right one first", rightFirst);
        expectRefused(judge, subject + "the wrong one first", wrongFirst);
        judge.expect(subject + "both alike", alike)
                .tolerating(
                        Outcome.of("the usual answer", a -> a.codes() || a.pending()),
                        "a repeated parameter is let through")
                .tolerating(refusal(), CODE)
                .toBe(error(INVALID_REQUEST));
    }

    private static void expectTwoScopesRefused(Devices devices, Judge judge) {
        Request twoScopes =
                devices.request().without("scope").with("scope", "openid").with("scope", "profile");
        judge.expect("a device authorization with two scopes", devices.send(twoScopes))
                .tolerating(Outcome.of("codes", Answer::codes), "joining or choosing is a guess at what was meant")
                .tolerating(refusal(), CODE)
                .toBe(error(INVALID_REQUEST));
    }

    private static void expectRefused(Judge judge, String subject, Answer answer) {
        Outcome<Answer> otherwise = Outcome.of("another refusal", a -> refusal().matches(a) && !a.pending());
        judge.expect(subject, answer)
                .tolerating(otherwise, CODE)
                .otherwise(SMUGGLING)
                .toBe(error(INVALID_REQUEST));
    }
}
