package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import static org.devicegrant.conformance.assertion.Answers.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Oracle;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** One code is for people, the other for the device; neither may stand in for the other. */
class CodesApartChecks {
    @Check("derived-user-code-is-not-device-code")
    void neitherCodeStandsInForTheOther(Devices devices, Judge judge, Users users) {
        Device device = devices.start();
        judgePoll(judge, "a poll with the user code for a device code", device, device.userCode());
        judgePoll(judge, "a poll with the user code without separators", device, letters(device));
        judge.expect("the device code", contains(device), c -> "the user code inside it", device.issued())
                .tolerating(Outcome.of("both in one", c -> c), "whoever sees the device code can decide as well")
                .toBe(Outcome.of("nothing of the user code", c -> !c));

        users.requirePages("whether the device code can be typed");
        Device typed = devices.start();
        try (Sitting sitting = users.apart()) {
            Walk walk = sitting.byTyping(typed.verificationUri(), typed.deviceCode(), Decision.NONE);
            judge.expect("the device code typed for a user code", walk, Walks::inWords, typed.issued())
                    .learningNothingFrom(
                            Outcome.of("a page that was not understood", w -> !w.understood()), walk.reason())
                    .otherwise("who has the device's secret needs no user")
                    .toBe(Outcome.of("no decision", w -> w.understood() && !Walks.askedForADecision(w)));
        }
    }

    private static void judgePoll(Judge judge, String subject, Device device, String code) {
        judge.expect(subject, device.send(device.pollRequest().replace("device_code", code)))
                .otherwise("the short code that people read aloud is enough to poll")
                .toBe(terminal());
    }

    private static String letters(Device device) {
        return device.userCode().replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static boolean contains(Device device) {
        String code = Walks.letters(device.userCode());
        String inside = decoded(device.deviceCode()) + " "
                + Oracle.claims(device.deviceCode()).map(JsonNode::toString).orElse("");
        return Walks.letters(device.deviceCode()).contains(code)
                || Walks.letters(inside).contains(code);
    }

    private static String decoded(String code) {
        try {
            return new String(
                    Base64.getDecoder().decode(code.replace('-', '+').replace('_', '/')), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }
}
