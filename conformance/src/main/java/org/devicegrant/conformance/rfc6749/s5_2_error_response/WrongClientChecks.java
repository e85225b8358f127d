package org.devicegrant.conformance.rfc6749.s5_2_error_response;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.refusal;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_GRANT;
import static org.devicegrant.conformance.protocol.ErrorCodes.UNAUTHORIZED_CLIENT;

import java.util.UUID;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Users;

/** Clients that may not use the grant, and clients that use somebody else's code. */
class WrongClientChecks {
    private static final Outcome<Answer> OTHER_END =
            Outcome.of("another refusal", a -> refusal().matches(a) && !a.pending());

    @Check("6749-5.2-unauthorized-client")
    void aClientWithoutTheGrantIsRefusedAtBothEndpoints(Devices devices, Judge judge) {
        Client client = devices.withoutGrant();
        devices.start();

        judge.expect(
                        "a device authorization request of a client without the grant",
                        devices.send(devices.request(client)))
                .tolerating(OTHER_END, "the code that is defined for this is unauthorized_client")
                .otherwise("users are asked to approve a client that may not ask")
                .toBe(error(UNAUTHORIZED_CLIENT));
        Answer polled =
                devices.send(devices.protocol().poll(client, UUID.randomUUID().toString()));
        judge.expect("a poll of a client without the grant", polled)
                .tolerating(OTHER_END, "the codes that fit are unauthorized_client and invalid_grant")
                .toBe(error(UNAUTHORIZED_CLIENT), error(INVALID_GRANT));
    }

    @Check("6749-5.2-foreign-device-code")
    void aCodeServesItsOwnClientOnly(Devices devices, Judge judge, Users users, Grants grants) {
        Client other = devices.other();

        expectForeign(judge, "a poll of another client with a pending code", pollAs(other, devices, devices.start()));
        users.requireDecisions("what another client gets for an approved code");
        expectForeign(
                judge, "a poll of another client with an approved code", pollAs(other, devices, grants.approved()));
    }

    private static Answer pollAs(Client client, Devices devices, Device device) {
        return device.send(devices.protocol().poll(client, device.deviceCode()));
    }

    private static void expectForeign(Judge judge, String subject, Answer answer) {
        judge.expect(subject, answer)
                .tolerating(OTHER_END, "the code that is defined for this is invalid_grant")
                .otherwise(
                        answer.tokens()
                                ? "one client can use the approval that was given to another"
                                : "the server does not look at whose code it is")
                .toBe(error(INVALID_GRANT));
    }
}
