package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.refusal;
import static org.devicegrant.conformance.assertion.Answers.registeredTerminal;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_CLIENT;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_REQUEST;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;

/** Requests of nobody, and of somebody unknown. */
class ClientIdChecks {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;
    private static final String OTHER_CODE = "it is refused, but not with the code that is defined for this";
    private static final Outcome<Answer> INVALID_CLIENT_400_OR_401 = Outcome.of(
            "400 or 401 invalid_client", a -> a.isError(INVALID_CLIENT) && (a.status() == 400 || a.status() == 401));

    @Check("8628-3.1-missing-client-id")
    void aRequestOfNobodyIsRefused(Devices devices, Judge judge) {
        devices.start();

        Answer answer = devices.send(ClientAuthentication.anonymous(devices.request()));

        judge.expect("a device authorization request without client_id", answer)
                .tolerating(Outcome.of("403", a -> a.status() == 403), OTHER_CODE)
                .tolerating(registeredTerminal(), OTHER_CODE)
                .otherwise("users are asked to approve nobody, or developers do not learn what is missing")
                .toBe(error(400, INVALID_REQUEST), INVALID_CLIENT_400_OR_401);
    }

    @Check("8628-3.1-unknown-client-id")
    void anUnknownClientIsRefusedAtBothEndpoints(Devices devices, Judge judge) {
        Device device = devices.start();

        expectRefused(
                judge,
                "a device authorization request of an unknown client",
                devices.send(as(random(), devices.request())));
        expectRefused(
                judge,
                "a device authorization request of an unknown client whose id looks like a real one",
                devices.send(as(sameShape(devices.main().clientId()), devices.request())));
        expectRefused(
                judge,
                "a poll of an unknown client with a pending code",
                device.send(as(random(), device.pollRequest())));
    }

    private static void expectRefused(Judge judge, String subject, Answer answer) {
        Outcome<Answer> refused = Outcome.of("another refusal", a -> refusal().matches(a) && !a.pending());
        judge.expect(subject, answer)
                .tolerating(refused, OTHER_CODE)
                .otherwise("anybody can act as a client that nobody registered")
                .toBe(INVALID_CLIENT_400_OR_401);
    }

    private static Request as(String clientId, Request request) {
        return ClientAuthentication.anonymous(request).with("client_id", clientId);
    }

    private static String random() {
        return sameShape("a".repeat(LENGTH));
    }

    /** Another text with letters where there are letters and digits where there are digits. */
    private static String sameShape(String text) {
        return text.chars().mapToObj(ClientIdChecks::sameKind).collect(Collectors.joining());
    }

    private static String sameKind(int c) {
        if (c >= '0' && c <= '9') {
            return String.valueOf(RANDOM.nextInt(10));
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            char letter = (char) ('a' + RANDOM.nextInt(26));
            return String.valueOf(c <= 'Z' ? Character.toUpperCase(letter) : letter);
        }
        return Character.toString(c);
    }
}
