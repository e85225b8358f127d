package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import static org.devicegrant.conformance.assertion.Answers.object;
import static org.devicegrant.conformance.assertion.Members.text;
import static org.devicegrant.conformance.assertion.Outcome.is;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.Form;

/** The address that people type. */
class VerificationUriChecks {
    private static final int EASILY_TYPED = 40;
    private static final Pattern OPAQUE =
            Pattern.compile("(?i)[0-9a-f]{16,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String PUBLIC = "a public name";
    private static final String INNER = "a name or number of an inner network";

    @Check("8628-3.2-verification-uri-present")
    void verificationUriIsANonEmptyString(Devices devices, Judge judge) {
        Answer answer = judge.control("a device authorization request", devices.send(devices.request()), object());

        judge.expect("verification_uri", answer.member("verification_uri"), Members::gist, answer)
                .otherwise("a device cannot tell the user where to go; no client looks for verification_url")
                .toBe(text());
    }

    @Check("8628-3.2-verification-uri-absolute")
    void theAddressesLeadSomewhereFromAnotherDevice(Devices devices, Judge judge) {
        Device device = devices.start();
        Answer answer = device.issued();

        judge.expect(
                        "verification_uri",
                        AddressKind.of(answer.member("verification_uri")),
                        AddressKind::toString,
                        answer)
                .tolerating(is(AddressKind.PLAIN_HTTP), "passwords typed there can be read on the way")
                .otherwise("nobody can open it on another device")
                .toBe(is(AddressKind.HTTPS), is(AddressKind.HTTP_ON_LOOPBACK));
        if (answer.json().orElseThrow().has("verification_uri_complete")) {
            judge.expect(
                            "verification_uri_complete",
                            AddressKind.of(answer.member("verification_uri_complete")),
                            AddressKind::toString,
                            answer)
                    .tolerating(is(AddressKind.PLAIN_HTTP), "passwords typed there can be read on the way")
                    .tolerating(is(AddressKind.WITH_FRAGMENT), "a server never sees the part after #")
                    .otherwise("nobody can open it on another device")
                    .toBe(is(AddressKind.HTTPS), is(AddressKind.HTTP_ON_LOOPBACK));
        }
        expectHostAsPublicAsTheServer(devices, judge, device);
    }

    /** A server behind a proxy that does not know its own name sends people to a host they cannot reach. */
    private static void expectHostAsPublicAsTheServer(Devices devices, Judge judge, Device device) {
        URI server = devices.server().issuer() == null
                ? devices.server().deviceAuthorization()
                : devices.server().issuer();
        if (AddressKind.publicName(String.valueOf(server.getHost()))) {
            judge.expect(
                            "the host of verification_uri",
                            host(device.verificationUri()),
                            Function.identity(),
                            device.issued())
                    .tolerating(is(INNER), "the issuer has a public name, so a phone may not reach the page")
                    .toBe(is(PUBLIC));
        }
    }

    private static String host(URI address) {
        return AddressKind.publicName(address.getHost()) ? PUBLIC : INNER;
    }

    @Check("8628-3.2-verification-uri-short")
    void verificationUriIsEasilyTyped(Devices devices, Judge judge) {
        Device device = devices.start();

        judge.expect("verification_uri", blemishes(device.verificationUri()), Function.identity(), device.issued())
                .otherwise("people type it on a phone")
                .toBe(Outcome.of(
                        "at most " + EASILY_TYPED + " characters after the scheme and nothing odd in them",
                        String::isEmpty));
    }

    private static String blemishes(URI address) {
        List<String> blemishes = new ArrayList<>();
        String host = address.getRawAuthority();
        String typed = address.toString().substring(address.getScheme().length() + 3);
        String path = String.valueOf(address.getRawPath());
        if (typed.length() > EASILY_TYPED) {
            int rest = typed.length() - host.length();
            blemishes.add(typed.length() + " characters (host " + host.length() + ", rest " + rest + ")");
        }
        if (address.getRawQuery() != null) {
            blemishes.add("a query");
        }
        if (typed.contains("%")) {
            blemishes.add("percent-encoding");
        }
        if (OPAQUE.matcher(path).find()) {
            blemishes.add("an opaque identifier in the path");
        }
        return String.join(", ", blemishes);
    }

    @Check("8628-3.3-user-code-not-in-verification-uri")
    void verificationUriIsTheSameForEverybody(Devices devices, Judge judge) {
        Device first = devices.start();
        Device second = devices.start();

        boolean same = first.verificationUri().equals(second.verificationUri());
        judge.expect(
                        "verification_uri of two sessions",
                        same ? "the same" : "different ones",
                        Function.identity(),
                        first.issued(),
                        second.issued())
                .otherwise("people cannot learn the address, and it tells something about the session")
                .toBe(is("the same"));
        boolean inside = holdsItsCode(first) && holdsItsCode(second);
        judge.expect(
                        "verification_uri",
                        inside ? "the user code inside" : "no code inside",
                        Function.identity(),
                        first.issued(),
                        second.issued())
                .otherwise("verification_uri_complete is the place for it")
                .toBe(is("no code inside"));
    }

    private static boolean holdsItsCode(Device device) {
        URI address = device.verificationUri();
        String tail = address.toString().split(Pattern.quote(address.getRawAuthority()), 2)[1];
        String code = significant(device.userCode());
        return !code.isEmpty() && significant(Form.decode(tail).orElse(tail)).contains(code);
    }

    private static String significant(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
