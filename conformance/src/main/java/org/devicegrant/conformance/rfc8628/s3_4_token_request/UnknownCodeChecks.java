package org.devicegrant.conformance.rfc8628.s3_4_token_request;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.refusal;
import static org.devicegrant.conformance.protocol.ErrorCodes.ACCESS_DENIED;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_GRANT;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;

/** Device codes that were never issued. */
class UnknownCodeChecks {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Outcome<Answer> OTHER_END =
            Outcome.of("another end", a -> refusal().matches(a) && !a.pending() && !a.isError(ACCESS_DENIED));

    @Check("8628-3.4-unknown-device-code")
    void aCodeThatWasNeverIssuedIsAnInvalidGrant(Devices devices, Judge judge) {
        Device device = devices.start();
        String code = device.deviceCode();

        expectUnknown(judge, "a poll with a random code", poll(devices, device, random(code)));
        expectUnknown(
                judge,
                "a poll with a code changed in the middle",
                poll(devices, device, changed(code, code.length() / 2)));
        expectUnknown(judge, "a poll with a code and one character more", poll(devices, device, code + last(code)));
        Answer lastChanged = poll(devices, device, changed(code, code.length() - 1));
        judge.expect("a poll with the last character of a code changed", lastChanged)
                .tolerating(Outcome.of("pending", Answer::pending), "several spellings of one code are taken")
                .tolerating(OTHER_END, "the code for an unknown grant is invalid_grant")
                .toBe(error(INVALID_GRANT));
    }

    private static Answer poll(Devices devices, Device device, String code) {
        return devices.send(devices.protocol().poll(device.client(), code));
    }

    private static void expectUnknown(Judge judge, String subject, Answer answer) {
        judge.expect(subject, answer)
                .tolerating(OTHER_END, "the code for an unknown grant is invalid_grant")
                .otherwise("a device whose code was lost polls for ever or blames the user")
                .toBe(error(INVALID_GRANT));
    }

    private static String random(String code) {
        return code.chars()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? another(code, c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String changed(String code, int at) {
        return code.substring(0, at) + another(code, code.charAt(at)) + code.substring(at + 1);
    }

    private static String last(String code) {
        return code.substring(code.length() - 1);
    }

    /** Another letter or digit of the same code, or a zero where it has no other. */
    private static String another(String code, int than) {
        String others = code.chars()
                .filter(c -> c != than && Character.isLetterOrDigit(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return others.isEmpty() ? "0" : String.valueOf(others.charAt(RANDOM.nextInt(others.length())));
    }
}
