package org.devicegrant.conformance.rfc7591;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.token;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.util.UUID;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Registrations;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.protocol.Json;
import org.devicegrant.conformance.target.AuthMethod;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Users;

/** Two devices of the same make, each with a registration and a key of its own. */
class InstanceChecks {
    private static final int RSA_BITS = 2048;
    private static final Duration SPREADING = Duration.ofSeconds(5);

    @Check("7591-private-key-jwt-device-end-to-end")
    void aDeviceWithItsOwnKeyIsNobodyElse(Devices devices, Judge judge, Users users) {
        try (Registrations registrations = new Registrations(devices)) {
            String software = UUID.randomUUID().toString();
            Client first = instance(devices, registrations, software);
            Client second = instance(devices, registrations, software);

            Answer started = settled(devices, first);
            boolean works = judge.expect("a device authorization request of the first instance", started)
                    .learningNothingFrom(error(ErrorCodes.INVALID_SCOPE), "the client may need another scope")
                    .otherwise("a key that was registered by value is not used there")
                    .toBe(codes());
            if (works) {
                judgeIdentity(devices, judge, first, second);
                judgeJourney(devices, judge, users, first, second);
            }
        }
    }

    /** Registered keys may take some seconds to become known everywhere. */
    private static Answer settled(Devices devices, Client client) {
        Answer started = devices.send(devices.request(client));
        if (!started.isError(ErrorCodes.INVALID_CLIENT)) {
            return started;
        }
        devices.waiting().pause(SPREADING, "a new key to become known");
        return devices.send(devices.request(client));
    }

    private static Client instance(Devices devices, Registrations registrations, String software) {
        JWK key = newKey();
        ObjectNode metadata = registrations.device();
        metadata.put("token_endpoint_auth_method", AuthMethod.PRIVATE_KEY_JWT.wireName());
        metadata.put("software_id", software);
        Json.parse(key.toPublicJWK().toJSONString())
                .ifPresent(json -> metadata.putObject("jwks").putArray("keys").add(json));
        Answer answer = registrations.register(metadata);
        boolean keyed = answer.member("token_endpoint_auth_method")
                .asText(AuthMethod.PRIVATE_KEY_JWT.wireName())
                .equals(AuthMethod.PRIVATE_KEY_JWT.wireName());
        if (!answer.member("client_id").isTextual() || !keyed) {
            throw new NotApplicable("the server registers no clients with keys of their own: " + answer.gist());
        }
        Client client = registrations.client(answer, AuthMethod.PRIVATE_KEY_JWT);
        devices.protocol().authentication().remember(client, key);
        return client;
    }

    private static JWK newKey() {
        try {
            return new RSAKeyGenerator(RSA_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new Inconclusive("this Java cannot make RSA keys", "use another Java runtime");
        }
    }

    /** The identity of one instance with the key of the other. */
    private static void judgeIdentity(Devices devices, Judge judge, Client first, Client second) {
        ClientAuthentication authentication = devices.protocol().authentication();
        String forged = authentication.sign(second, authentication.claims(first).build());
        Request request = ClientAuthentication.withAssertion(devices.request(first), forged);
        judge.expect("the identity of one instance with the key of another", devices.send(request))
                .tolerating(turnedAway(), "invalid_client is the defined code")
                .otherwise("one device can pass for every other of its make")
                .toBe(error(ErrorCodes.INVALID_CLIENT));
    }

    private static void judgeJourney(Devices devices, Judge judge, Users users, Client first, Client second) {
        Device device = users.decide(() -> devices.start(first), Decision.APPROVE);
        Request foreign = devices.protocol().poll(second, device.deviceCode());
        judge.expect("a poll of the second instance with the first one's code", device.send(foreign))
                .tolerating(turnedAway(), "invalid_grant is the defined code")
                .otherwise("one device can redeem the codes of every other of its make")
                .toBe(error(ErrorCodes.INVALID_GRANT));

        Answer redeemed = Grants.polled(device).answer();
        judge.expect("a poll of the first instance after it", redeemed)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .otherwise("the attempt of another device costs the user the login, or the key is not used there")
                .toBe(token());
        JsonNode refreshToken = redeemed.member("refresh_token");
        if (refreshToken.isTextual()) {
            judge.expect(
                            "a refresh of the first instance",
                            devices.send(devices.protocol().refresh(first, refreshToken.textValue())))
                    .otherwise("the user has to approve again when the token ends")
                    .toBe(token());
        }
    }
}
