package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.perhapsAfterTheEnd;
import static org.devicegrant.conformance.assertion.Answers.terminal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** The shortcut link, which a scanner, a preview or somebody else may open too. */
class LinkChecks {
    private static final Duration SCRIPTS = Duration.ofSeconds(3);
    private static final int PREVIEWS = 5;
    private static final Outcome<Answer> LOST =
            Outcome.of("the end of the code", a -> terminal().matches(a));
    /** Words by which a page asks to compare the code with the device's screen. */
    private static final List<String> COMPARISON = List.of(
            "match",
            "same",
            "compare",
            "check",
            "displayed",
            "shown",
            "confirm",
            "stimmt",
            "gleich",
            "vergleich",
            "angezeigt",
            "correspond",
            "affich",
            "vérifi",
            "coincid",
            "compara",
            "muestra",
            "corrispond",
            "mostra",
            "confirme",
            "一致",
            "表示",
            "确认",
            "显示",
            "일치",
            "표시",
            "совпад",
            "отобра",
            "تطابق",
            "يظهر");

    private static URI link(Device device) {
        return device.verificationUriComplete()
                .orElseThrow(() -> new NotApplicable("the server gives no verification_uri_complete"));
    }

    @Check("8628-3.3.1-complete-uri-needs-confirmation")
    void openingTheLinkApprovesNothing(Devices devices, Judge judge, Users users) {
        link(devices.start());
        try (Sitting sitting = users.apart()) {
            Walks.completed(sitting.byTyping(devices.start(), Decision.APPROVE), Decision.APPROVE);
            expectNothing(judge, "the link", devices.start(), sitting);
            Answer withoutScope = devices.send(devices.protocol().authorization(devices.main(), null));
            if (withoutScope.codes()) {
                Device bare = devices.device(devices.main(), withoutScope);
                expectNothing(judge, "the link of a request without scope", bare, sitting);
            }
        }
    }

    private static void expectNothing(Judge judge, String what, Device device, Sitting sitting) {
        sitting.look(link(device));
        device.pause(SCRIPTS);
        judge.expectState("the poll after " + what + " was opened in a signed-in browser", device.spacedPoll())
                .learningNothingFrom(perhapsAfterTheEnd(device), "the lifetime ended before the poll")
                .learningNothingFrom(LOST, "the code was lost, see 9110-9.2.1-get-has-no-effect")
                .otherwise("a link that somebody sends is enough to take over the account")
                .toBe(pending());
        judge.expectState("the second poll after " + what + " was opened", device.spacedPoll())
                .learningNothingFrom(perhapsAfterTheEnd(device), "the lifetime ended before the poll")
                .learningNothingFrom(LOST, "the code was lost, see 9110-9.2.1-get-has-no-effect")
                .otherwise("a link that somebody sends is enough to take over the account")
                .toBe(pending());
    }

    @Check("8628-3.3.1-complete-uri-shows-user-code")
    void thePageOfTheLinkShowsTheCodeForComparison(Devices devices, Judge judge, Users users) {
        try (Sitting sitting = users.apart()) {
            Device device = devices.start();
            Walk walk = Walks.completed(sitting.byLink(device, Decision.NONE), Decision.NONE);
            CodeShown shown = CodeShown.on(walk, sitting.text(), device);
            judge.expect("the user code", shown, CodeShown::words, device.issued())
                    .tolerating(shown(CodeShown.NONE), "the user cannot see whose device this is")
                    .otherwise("whoever compares it with the device cannot approve")
                    .toBe(shown(CodeShown.THIS));
            if (shown == CodeShown.THIS) {
                judge.expect(
                                "the page that shows the code",
                                asks(walk, sitting.text()),
                                a -> "no word of it",
                                device.issued())
                        .tolerating(Outcome.of("no word of it", a -> !a), "users click on without comparing")
                        .toBe(Outcome.of("a request to compare it with the device", a -> a));
            }
        }
    }

    private static Outcome<CodeShown> shown(CodeShown wanted) {
        return Outcome.of(wanted.words(), wanted::equals);
    }

    private static boolean asks(Walk walk, String text) {
        StringBuilder all = new StringBuilder(text.toLowerCase(Locale.ROOT));
        walk.steps().forEach(step -> all.append(step.text().toLowerCase(Locale.ROOT)));
        return COMPARISON.stream().anyMatch(word -> all.indexOf(word) >= 0);
    }

    @Check("9110-9.2.1-get-has-no-effect")
    void previewsOfTheAddressesChangeNothing(Devices devices, Judge judge, Users users) {
        String cookies = signedInCookies(devices, users);

        try (Sitting sitting = users.apart()) {
            Device device = devices.start();
            preview(devices, device, cookies);
            judge.expectState("the poll after previews of the address", device.spacedPoll())
                    .learningNothingFrom(perhapsAfterTheEnd(device), "the lifetime ended before the poll")
                    .otherwise("a messenger's preview decides the login")
                    .toBe(pending());
            Walk walk = sitting.byTyping(device, Decision.APPROVE);
            judge.expect("the code, typed in another browser after previews", walk, Walks::inWords, device.issued())
                    .tolerating(
                            Outcome.of("bound to its first visitor", w -> usableByItsVisitor(devices, users)),
                            "the first visit binds the code to a browser, so a preview costs the user the link")
                    .learningNothingFrom(
                            Outcome.of("a page that was not understood", w -> !w.understood()), walk.reason())
                    .otherwise("a messenger's preview spoils the login")
                    .toBe(Outcome.of("a decision", Walks::codeTaken));
        }
    }

    /** What messengers and mail scanners do with an address, some of them in the user's own browser. */
    private static void preview(Devices devices, Device device, String cookies) {
        URI address = device.verificationUriComplete().orElse(device.verificationUri());
        for (int i = 0; i < PREVIEWS; i++) {
            devices.wire().send(page(address));
        }
        devices.wire().send(page(address).withMethod("HEAD"));
        devices.wire().send(page(address).header("Cookie", cookies));
        devices.wire().send(page(address).header("Cookie", cookies));
    }

    /** Whether a code can still be typed in the browser that has opened its link. */
    private static boolean usableByItsVisitor(Devices devices, Users users) {
        try (Sitting sitting = users.apart()) {
            Device another = devices.start();
            sitting.look(another.verificationUriComplete().orElse(another.verificationUri()));
            return Walks.codeTaken(sitting.byTyping(another, Decision.NONE));
        }
    }

    private static Request page(URI address) {
        return Request.get(Endpoint.VERIFICATION_PAGE, "preview", address).header("Accept", "text/html");
    }

    /** Cookies of a browser in which the first user has signed in. */
    private static String signedInCookies(Devices devices, Users users) {
        try (Sitting sitting = users.apart()) {
            Walks.completed(sitting.byTyping(devices.start(), Decision.NONE), Decision.NONE);
            return String.join(
                    "; ",
                    sitting.cookies().stream().map(c -> c.split(";", 2)[0]).toList());
        }
    }
}
