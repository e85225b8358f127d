package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.refusal;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.target.AuthMethod;
import org.devicegrant.conformance.target.Client;

/** Parameters without a value. */
class EmptyParameterChecks {
    private static final String EMPTY_SECRET = "many command line clients send an empty secret";

    @Check("8628-3.1-empty-parameters-as-omitted")
    void aParameterWithoutAValueCountsAsLeftOut(Devices devices, Judge judge) {
        devices.start();

        expectEmptyClientIdRefused(devices, judge);
        expectEmptyScopeLikeNone(devices, judge);
        Optional.ofNullable(devices.target().clients().public_())
                .ifPresent(client -> expectEmptySecretIgnored(devices, judge, client));
        Optional.ofNullable(devices.target().clients().confidential())
                .filter(client -> client.authMethod() == AuthMethod.CLIENT_SECRET_BASIC)
                .ifPresent(client -> expectServed(
                        devices,
                        judge,
                        client,
                        "of an authenticated client with an empty client_id",
                        EmptyParameterChecks::withEmptyClientId));
    }

    private static Request withEmptyClientId(Request request) {
        return request.with("client_id", "");
    }

    private static void expectEmptyClientIdRefused(Devices devices, Judge judge) {
        Request nobody = ClientAuthentication.anonymous(devices.request());
        Answer omitted = devices.send(nobody);
        Answer empty = devices.send(withEmptyClientId(nobody));
        judge.expect("a device authorization request with an empty client_id", empty)
                .tolerating(refusal(), "without client_id the answer is " + omitted.gist())
                .otherwise("an empty client_id passes for a client")
                .toBe(Outcome.of("the answer to one without client_id", a -> !a.codes() && alike(a, omitted)));
    }

    private static void expectEmptyScopeLikeNone(Devices devices, Judge judge) {
        Answer omitted = devices.send(devices.protocol().authorization(devices.main(), null));
        Answer empty = devices.send(devices.protocol().authorization(devices.main(), ""));
        judge.expect("a device authorization request with an empty scope", empty)
                .tolerating(
                        Outcome.of(
                                "another refusal",
                                a -> refusal().matches(a) && refusal().matches(omitted)),
                        "without scope the answer is " + omitted.gist())
                .otherwise("without scope the answer is " + omitted.gist())
                .toBe(Outcome.of("the answer to one without scope", a -> alike(a, omitted)));
    }

    private static boolean alike(Answer one, Answer other) {
        return one.codes()
                ? other.codes()
                : one.status() == other.status() && Objects.equals(one.error(), other.error());
    }

    private static void expectEmptySecretIgnored(Devices devices, Judge judge, Client client) {
        expectServed(devices, judge, client, "with an empty client_secret", r -> r.with("client_secret", ""));
        Request basic = ClientAuthentication.anonymous(devices.request(client))
                .header("Authorization", ClientAuthentication.basic(client.clientId(), ""));
        judge.expect(
                        "a device authorization request of a public client by Basic with an empty password",
                        devices.send(basic))
                .tolerating(refusal(), "a public client that names itself in the header is not served")
                .toBe(codes());
    }

    private static void expectServed(
            Devices devices, Judge judge, Client client, String how, UnaryOperator<Request> change) {
        judge.expect("a device authorization request " + how, devices.send(change.apply(devices.request(client))))
                .otherwise(EMPTY_SECRET)
                .toBe(codes());
        Device device = devices.start(client);
        judge.expect("a poll " + how, device.send(change.apply(device.pollRequest())))
                .otherwise(EMPTY_SECRET)
                .toBe(pending());
    }
}
