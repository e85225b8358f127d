package org.devicegrant.conformance.rfc7591;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Registrations;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.protocol.GrantTypes;
import org.devicegrant.conformance.target.Client;

/** Devices that register themselves for this grant. */
class RegistrationChecks {
    private static final String CALLBACK = "https://device-grant.invalid/callback";
    private static final Outcome<Answer> CREATED = Outcome.of(
            "201 with a client_id",
            a -> a.status() == 201 && a.member("client_id").isTextual());
    private static final Outcome<Answer> SOME_SUCCESS = Outcome.of(
            "a client_id", a -> a.status() / 100 == 2 && a.member("client_id").isTextual());

    @Check("7591-register-device-client")
    void aDeviceRegistersForThisGrantAndNobodyElseGetsIt(Devices devices, Judge judge) {
        try (Registrations registrations = new Registrations(devices)) {
            Answer registered = registered(judge, registrations);

            judgeMetadata(judge, registered);
            judgeUse(devices, judge, registrations.client(registered), registered);
            judgeDefault(devices, judge, registrations);
        }
    }

    /** A client for this grant alone, or what the server makes of it when it is told more than the grant needs. */
    private static Answer registered(Judge judge, Registrations registrations) {
        Answer first = registrations.register(registrations.device());
        if (SOME_SUCCESS.matches(first)) {
            judge.expect("the registration of a device", first)
                    .tolerating(SOME_SUCCESS, "RFC 7591 asks for status 201")
                    .toBe(CREATED);
            return first;
        }
        ObjectNode more = registrations.device();
        more.putArray("redirect_uris").add(CALLBACK);
        more.remove("response_types");
        Answer second = registrations.register(more);
        if (!SOME_SUCCESS.matches(second)) {
            throw new NotApplicable("the server registers no public clients for this grant: " + first.gist());
        }
        judge.expect("the registration of a device without redirect_uris", first)
                .tolerating(turnedAway(), "this grant redirects nobody")
                .toBe(CREATED);
        return second;
    }

    private static void judgeMetadata(Judge judge, Answer registered) {
        judge.expect("grant_types of the registration", registered.member("grant_types"), Members::gist, registered)
                .otherwise("the device does not know what it was registered for")
                .toBe(Outcome.of("a list", JsonNode::isArray));
        boolean secretless =
                registered.member("token_endpoint_auth_method").asText("none").equals("none");
        judge.expect("client_secret of the registration", registered.member("client_secret"), Members::gist, registered)
                .tolerating(
                        Outcome.of("a secret", n -> !secretless),
                        "the server has replaced token_endpoint_auth_method none, and says so")
                .otherwise("a public client is given a secret that it cannot keep")
                .toBe(Outcome.of("no secret", n -> n.isMissingNode() || n.isNull()));
    }

    private static void judgeUse(Devices devices, Judge judge, Client client, Answer registered) {
        boolean promised = names(registered.member("grant_types"), GrantTypes.DEVICE_CODE);
        boolean secretless =
                registered.member("token_endpoint_auth_method").asText("none").equals("none");
        if (!secretless) {
            return;
        }
        Answer started = devices.send(devices.request(client));
        if (!promised) {
            judge.expect("the grant for a client that was registered without it", started)
                    .tolerating(turnedAway(), "grant_types were replaced, and the server says so")
                    .otherwise("the answer to the registration does not say what was registered")
                    .toBe(error(ErrorCodes.UNAUTHORIZED_CLIENT));
            return;
        }
        boolean works = judge.expect("a device authorization request of the registered client", started)
                .learningNothingFrom(error(ErrorCodes.INVALID_SCOPE), "the client may need another scope")
                .otherwise("the registration promises what it does not give")
                .toBe(codes());
        if (works) {
            judge.expect(
                            "a poll of the registered client",
                            devices.device(client, started).poll())
                    .otherwise("the registration promises what it does not give")
                    .toBe(pending());
        }
    }

    private static boolean names(JsonNode list, String value) {
        for (JsonNode element : list) {
            if (element.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** Without grant_types a client is registered for authorization_code alone (RFC 7591 section 2). */
    private static void judgeDefault(Devices devices, Judge judge, Registrations registrations) {
        ObjectNode other = registrations.device();
        other.remove("grant_types");
        other.remove("response_types");
        other.putArray("redirect_uris").add(CALLBACK);
        Answer registered = registrations.register(other);
        if (SOME_SUCCESS.matches(registered)) {
            Client client = registrations.client(registered);
            judge.expect("a client that was registered without grant_types", devices.send(devices.request(client)))
                    .tolerating(turnedAway(), "unauthorized_client is the defined code")
                    .otherwise("every client can ask users to approve devices")
                    .toBe(error(ErrorCodes.UNAUTHORIZED_CLIENT));
        }
    }
}
