package org.devicegrant.conformance.rfc6749.s10_security;

import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.perhapsAfterTheEnd;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.user.Cookie;
import org.devicegrant.conformance.user.DecisionRequest;
import org.devicegrant.conformance.user.SentForm;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/**
 * Another site that makes the browser of a signed-in user approve the device of an attacker (RFC 6749 section 10.12). The
 * requests are those that browsers send then: the attacker's forms, header fields that tell where they come from, and only
 * those of the user's cookies that go along from another site. So the result is the same whichever browser is at hand.
 */
class ForgeryChecks {
    private static final String OTHER_SITE = "https://other-site.example";
    private static final int OPAQUE = 16;

    @Check("6749-10.12-csrf-on-approval")
    void noOtherSiteApprovesInTheUsersName(Devices devices, Judge judge, Users users) {
        users.user(1);
        try (Sitting victim = users.apart();
                Sitting attacker = users.apart(1)) {
            Walks.completed(victim.byTyping(devices.start(), Decision.APPROVE), Decision.APPROVE);
            DecisionRequest approval = DecisionRequest.learnt(attacker, devices.start(), Decision.APPROVE);
            Device own = atTheDecision(devices, attacker);
            devices.wire().send(approval.pressedOn(attacker));
            judge.control("an approval in the attacker's own name", own.pollUntilDecided(2), token());

            Device device = atTheDecision(devices, attacker);
            forged(attacker, device, approval).forEach(form -> sendFor(victim, form, devices));

            judgePoll(judge, "first", device);
            judgePoll(judge, "second", device);
        }
    }

    private static Device atTheDecision(Devices devices, Sitting attacker) {
        Device device = devices.start();
        Walks.completed(attacker.byTyping(device, Decision.NONE), Decision.NONE);
        return device;
    }

    private static void judgePoll(Judge judge, String which, Device device) {
        judge.expectState(
                        "the " + which + " poll after another site sent the forms of an approval", device.spacedPoll())
                .learningNothingFrom(perhapsAfterTheEnd(device), "the lifetime ended before the poll")
                .learningNothingFrom(
                        Outcome.of("the end of the code", a -> terminal().matches(a)),
                        "the code was lost, see 9110-9.2.1-get-has-no-effect")
                .otherwise("a visit of any site is enough to give an attacker's device the user's account")
                .toBe(pending());
    }

    /** The code entry and the approval with the attacker's own fields, and the approval without what looks random. */
    private static List<SentForm> forged(Sitting attacker, Device device, DecisionRequest approval) {
        List<SentForm> forms = new ArrayList<>(SentForm.of(attacker, 0).stream()
                .filter(form -> form.holds(device.userCode()))
                .toList());
        SentForm own = approval.on(attacker);
        Form plain = own.fields();
        for (Form.Parameter field : own.fields().parameters()) {
            String value = String.valueOf(field.value());
            plain = value.length() < OPAQUE ? plain : plain.without(field.name());
        }
        forms.add(new SentForm(own.action(), plain));
        forms.add(own);
        return forms;
    }

    private static void sendFor(Sitting victim, SentForm form, Devices devices) {
        List<Cookie> cookies = Cookie.of(victim);
        Request post = form.request().withPurpose("form of another site");
        devices.wire().send(fromOtherSite(Cookie.into(post, cookies, Cookie::goesAlongFromOtherSites)));
        Request link = post.withMethod("GET")
                .withForm(Form.empty())
                .withQuery(form.fields())
                .withoutHeader("Content-Type");
        devices.wire().send(fromOtherSite(Cookie.into(link, cookies, Cookie::goesAlongWithLinks)));
    }

    private static Request fromOtherSite(Request request) {
        Request marked = request.header("Referer", OTHER_SITE + "/")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document");
        return request.method().equals("POST") ? marked.header("Origin", OTHER_SITE) : marked;
    }
}
