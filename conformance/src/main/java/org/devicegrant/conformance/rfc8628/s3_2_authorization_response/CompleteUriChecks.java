package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import static org.devicegrant.conformance.assertion.Outcome.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;

/** The address that people scan. */
class CompleteUriChecks {
    private static final String MEMBER = "verification_uri_complete";

    private record Opened(Device device, Walk walk) {}

    private static final String CODE_SPOILT = "a user_code that decodes to another code";

    @Check("8628-3.2-verification-uri-complete")
    void theCompleteAddressLeadsToExactlyThisSession(Devices devices, Judge judge, Users users) {
        Device first = devices.start();
        Device second = devices.start();
        if (first.issued().member(MEMBER).isMissingNode()) {
            throw new NotApplicable("the server does not return " + MEMBER);
        }

        expectAddressOfItsOwn(judge, first, second);
        for (Device device : List.of(first, second)) {
            expectNothingSpoilt(judge, device);
            expectSameService(devices, judge, device);
        }
        expectTheSession(devices, judge, users);
    }

    private static void expectAddressOfItsOwn(Judge judge, Device first, Device second) {
        JsonNode one = first.issued().member(MEMBER);
        JsonNode other = second.issued().member(MEMBER);
        boolean texts = !one.asText().isEmpty() && !other.asText().isEmpty();
        String seen = !texts ? "no text" : one.equals(other) ? "the same" : "different ones";
        judge.expect(MEMBER + " of two sessions", seen, Function.identity(), first.issued(), second.issued())
                .otherwise("the link cannot lead to the right session")
                .toBe(is("different ones"));
    }

    private static void expectNothingSpoilt(Judge judge, Device device) {
        String address = device.issued().member(MEMBER).asText();
        boolean deviceCode = Form.decode(address).orElse(address).contains(device.deviceCode())
                || address.contains(device.deviceCode());
        judge.expect(
                        MEMBER,
                        deviceCode ? "the device_code inside" : carried(device),
                        Function.identity(),
                        device.issued())
                .otherwise(deviceCode ? "whoever sees the link can redeem the approval" : "the link leads nowhere")
                .toBe(is("the user code inside"), is("no user code"));
    }

    /** Information with the same function is as good as the code itself, so only a code that was spoilt is wrong. */
    private static String carried(Device device) {
        String address = device.issued().member(MEMBER).asText();
        String code = significant(device.userCode());
        String parameter = parameter(address);
        if (significant(Form.decode(parameter).orElse("")).equals(code)
                || significant(Form.decode(address).orElse("")).contains(code)) {
            return "the user code inside";
        }
        boolean broken = Form.decode(parameter).isEmpty()
                || Form.decode(parameter)
                        .flatMap(Form::decode)
                        .map(CompleteUriChecks::significant)
                        .filter(code::equals)
                        .isPresent();
        return broken ? CODE_SPOILT : "no user code";
    }

    private static String parameter(String address) {
        return Arrays.stream(address.split("[?&#]"))
                .filter(part -> part.startsWith("user_code="))
                .map(part -> part.substring("user_code=".length()))
                .findFirst()
                .orElse("");
    }

    private static String significant(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static void expectSameService(Devices devices, Judge judge, Device device) {
        judge.expect("the host of " + MEMBER, relation(devices, device), Function.identity(), device.issued())
                .tolerating(
                        is("another domain"),
                        "people are told to distrust such links; list the host in verification_hosts if it is right")
                .toBe(is("that of verification_uri"));
    }

    private static String relation(Devices devices, Device device) {
        String host = address(device).getHost();
        boolean known = domain(host).equals(domain(device.verificationUri().getHost()))
                || devices.target().probes().verificationHosts().contains(host);
        return known ? "that of verification_uri" : "another domain";
    }

    private static URI address(Device device) {
        return device.verificationUriComplete()
                .orElseThrow(() -> new Inconclusive(
                        MEMBER + " is no address that a browser could open", "see 8628-3.2-verification-uri-absolute"));
    }

    /** The last two labels: near enough to a registrable domain to find another owner's host. */
    private static String domain(String host) {
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
        boolean name = AddressKind.publicName(host) && labels.length > 2;
        return name ? labels[labels.length - 2] + "." + labels[labels.length - 1] : host;
    }

    private static void expectTheSession(Devices devices, Judge judge, Users users) {
        users.requirePages("the page behind " + MEMBER);
        try (Sitting sitting = users.first()) {
            Opened opened = sitting.act(tab -> {
                Device device = devices.start();
                address(device);
                return new Opened(device, sitting.byLink(device, Decision.NONE));
            });
            Walk walk = opened.walk();
            judge.expect(
                            "the page behind " + MEMBER,
                            walk.ending(),
                            PageKind::name,
                            opened.device().issued())
                    .learningNothingFrom(Outcome.of("a page", kind -> !walk.understood()), walk.reason())
                    .learningNothingFrom(
                            Outcome.of(
                                    "a page",
                                    kind -> kind == PageKind.ERROR
                                            || kind == PageKind.LOCKED_OUT
                                            || kind == PageKind.WRONG_LOGIN),
                            walk.reason())
                    .otherwise("the link saves the user nothing")
                    .toBe(is(PageKind.DECISION), is(PageKind.CODE_CONFIRMATION), is(PageKind.SUCCESS));
        }
    }
}
