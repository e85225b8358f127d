package org.devicegrant.browser.walk;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageScript;
import org.devicegrant.browser.Walk;
import org.devicegrant.browser.page.PageReader;
import org.devicegrant.browser.page.Sketch;
import org.devicegrant.browser.page.Words;

/** The pages of a server on paper, from the code to the end, and walks through them that take no time. */
final class PaperFlow {
    static final String CODE = "WXKT-BCDF";
    private static final Tempo AT_ONCE =
            new Tempo(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    static final Credentials ALICE = new Credentials("alice", "wonder-land-7");

    private PaperFlow() {}

    static Sketch code() {
        return Sketch.of("code", "Connect a device").field("user_code", "Code").button("Continue");
    }

    static Sketch login() {
        return Sketch.of("login", "Sign in")
                .field("username", "Username")
                .password("password")
                .button("Sign in");
    }

    static Sketch decision() {
        return Sketch.of("consent", "Authorize")
                .heading("TV wants to access your account")
                .button("Allow")
                .button("Deny");
    }

    static Sketch done() {
        return Sketch.of("done", "Device connected").says("You can close this window");
    }

    static Sketch refused() {
        return Sketch.of("refused", "Access denied").says("The device was not connected");
    }

    static PaperPages flow() {
        return new PaperPages()
                .page("code", code())
                .page("login", login())
                .page("decision", decision())
                .page("done", done())
                .page("refused", refused())
                .way("code", "Continue", "login")
                .way("login", "Sign in", "decision")
                .way("decision", "Allow", "done")
                .way("decision", "Deny", "refused");
    }

    static Errand errand(Decision decision) {
        return new Errand(CODE, ALICE, decision, Duration.ofMinutes(10));
    }

    static Walk walk(PaperPages pages, Errand errand, PageScript... scripts) {
        return new Walker(
                        pages,
                        new PageReader(Words.standard()),
                        List.of(scripts),
                        errand,
                        URI.create("http://127.0.0.1:8080/code"),
                        AT_ONCE)
                .walk();
    }
}
