package org.devicegrant.conformance.rfc6749.s10_security;

import java.net.URI;
import java.util.Locale;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** Markup in what others send to the pages (RFC 6749 section 10.14). The probe sets a mark on the page and no more. */
class InjectionChecks {
    private static final String PROBE =
            "\"'><x-probe></x-probe>" + "<script>document.documentElement.setAttribute('data-probe','ran')</script>";
    private static final String LOOK = "return document.documentElement.getAttribute('data-probe')"
            + " || (document.querySelector('x-probe') ? 'markup' : 'none');";

    @Check("6749-10.14-no-script-injection")
    void nothingThatOthersSendRunsAsAScript(Devices devices, Judge judge, Users users) {
        try (Sitting sitting = users.apart()) {
            Device device = devices.start();
            sitting.look(link(device));
            judgePage(judge, "the page of a link with markup for a user code", sitting, device.issued());
            sitting.byTyping(device.verificationUri(), PROBE, Decision.NONE);
            judgePage(judge, "the page after markup was typed for a user code", sitting, device.issued());
            Device disguised = disguised(devices);
            Walk walk = sitting.byTyping(disguised, Decision.NONE);
            judgePage(judge, "the decision page for a device with markup in its headers", sitting, disguised.issued());
            Walks.completed(walk, Decision.NONE);
        }
    }

    /** A device whose headers hold the probe, or an ordinary one where a guard refuses that. */
    private static Device disguised(Devices devices) {
        Request request = devices.request()
                .header("User-Agent", PROBE)
                .header("X-Device-Name", PROBE)
                .withPurpose(Request.HOSTILE);
        Answer answer = devices.wire().send(request);
        return answer.codes() ? devices.device(devices.main(), answer) : devices.start();
    }

    private static URI link(Device device) {
        String probe = Form.encode(PROBE);
        String plain = device.verificationUri().toString();
        return device.verificationUriComplete()
                .map(URI::toString)
                .filter(link -> link.contains(Form.encode(device.userCode())))
                .map(link -> URI.create(link.replace(Form.encode(device.userCode()), probe)))
                .orElseGet(() -> URI.create(plain + (plain.contains("?") ? "&" : "?") + "user_code=" + probe));
    }

    private static void judgePage(Judge judge, String subject, Sitting sitting, Answer evidence) {
        String seen = sitting.act((Tab tab) -> tab.script(LOOK)).toLowerCase(Locale.ROOT);
        judge.expect(subject, seen, InjectionChecks::inWords, evidence)
                .tolerating(
                        Outcome.of("markup without a script", "markup"::equals),
                        "foreign markup gets into the page and only a policy keeps scripts from running")
                .otherwise("whoever sends the user a link can decide in his name")
                .toBe(Outcome.of("no foreign markup", s -> s.equals("none") || s.isEmpty()));
    }

    private static String inWords(String seen) {
        return seen.equals("ran") ? "a foreign script that ran" : "foreign markup";
    }
}
