package org.devicegrant.conformance.rfc8628.s3_4_token_request;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.refusal;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_REQUEST;
import static org.devicegrant.conformance.protocol.ErrorCodes.UNSUPPORTED_GRANT_TYPE;

import java.util.List;
import java.util.Locale;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.GrantTypes;

/** Which grant a poll is for. */
class GrantTypeChecks {
    private static final String OTHER_CODE = "it is refused, but not with the code that is defined for this";

    /**
     * A value of grant_type that is not the device grant's.
     *
     * @param alias whether it was in use before the RFC, so that a server may still know it
     */
    private record Value(String words, String value, boolean alias) {}

    private static final List<Value> OTHERS = List.of(
            new Value("grant_type device_code", "device_code", true),
            new Value("the grant type followed by a blank", GrantTypes.DEVICE_CODE + " ", true),
            new Value("the grant type of the drafts", "http://oauth.net/grant_type/device/1.0", true),
            new Value("the grant type in capitals", GrantTypes.DEVICE_CODE.toUpperCase(Locale.ROOT), false),
            new Value("an unknown grant type", "urn:example:7f3a:device_code", false));

    @Check("8628-3.4-grant-type-exact")
    void onlyTheExactGrantTypeSelectsTheGrant(Devices devices, Judge judge) {
        judge.control("a poll at once on a fresh code", devices.start().poll(), pending());

        for (Value other : OTHERS) {
            Device device = devices.start();
            judge.expect(
                            "a poll with " + other.words(),
                            device.send(device.pollRequest().replace("grant_type", other.value())))
                    .tolerating(refused(), OTHER_CODE)
                    .tolerating(
                            Outcome.of("the usual answer", a -> other.alias() && a.pending()),
                            "the RFC knows one spelling only")
                    .otherwise("the server guesses which grant is meant")
                    .toBe(error(UNSUPPORTED_GRANT_TYPE));
        }
        Device omitting = devices.start();
        expectInvalidRequest(
                judge,
                "a poll without grant_type",
                omitting.send(omitting.pollRequest().without("grant_type")));
        Device emptying = devices.start();
        expectInvalidRequest(
                judge,
                "a poll with an empty grant_type",
                emptying.send(emptying.pollRequest().replace("grant_type", "")));
    }

    private static void expectInvalidRequest(Judge judge, String subject, Answer answer) {
        judge.expect(subject, answer)
                .tolerating(refused(), OTHER_CODE)
                .otherwise("the server guesses which grant is meant")
                .toBe(error(INVALID_REQUEST));
    }

    private static Outcome<Answer> refused() {
        return Outcome.of("another refusal", a -> refusal().matches(a) && !a.pending());
    }
}
